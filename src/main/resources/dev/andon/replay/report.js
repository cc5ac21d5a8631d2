"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const report = document.getElementById("report");
const count = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat("en", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** An element with text or elements inside; texts are never read as markup. */
function make(name, attributes, ...inside) {
  const element = name === "svg" || make.svg.has(name)
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  Object.entries(attributes ?? {}).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...inside.filter(part => part !== null && part !== undefined));
  return element;
}
make.svg = new Set(["rect", "title", "text", "line", "path", "circle", "g"]);

function section(title, ...inside) {
  report.append(make("h2", null, title), ...inside.filter(part => part));
}

function figure(value, words, tone) {
  return make("div", { class: "figure" }, make("b", tone ? { class: tone } : null, value), words);
}

/** Columns are [heading, cell of row, whether it is a number]. */
function table(columns, rows, style) {
  const body = rows.map(row => make("tr", { class: style ? style(row) : "" },
    ...columns.map(([, cell, number]) => make("td", number ? { class: "number" } : null, cell(row)))));
  return make("div", { class: "scroll" }, make("table", null,
    make("thead", null, make("tr", null,
      ...columns.map(([heading, , number]) => make("th", number ? { class: "number" } : null, heading)))),
    make("tbody", null, ...body)));
}

function part(frames, all) {
  return all === 0 ? "–" : share.format(frames / all);
}

/** From one figure to another, or one that stays. */
function change(before, after) {
  return before === after ? before : `${before} → ${after}`;
}

function guess(one) {
  return one.value === null ? "unknown" : count.format(one.value);
}

function price(cost) {
  return cost === null ? "unknown" : count.format(cost);
}

/** A guess with its band. */
function estimate(one) {
  return `${guess(one)} [${count.format(one.low)}, ${count.format(one.high)}]`;
}

function heading() {
  document.title = `Andon: ${data.title}`;
  report.append(make("h1", null, data.title), ...data.subject.map(line => make("p", { class: "soft" }, line)));
}
