heading();

const cells = data.variants.flatMap(variant => variant.cells.map(cell => ({ variant, cell })));
const priced = cells.filter(({ cell }) => cell.cost !== null);
const perFrame = ({ variant, cell }) => cell.cost / variant.frames;
const best = priced.length > 0 ? priced.reduce((a, b) => perFrame(b) < perFrame(a) ? b : a) : null;
const colours = ["#0b6bcb", "#c4320a", "#1a7f4b", "#8a4fc7", "#b7791f", "#0f8b8d", "#c2185b", "#5d6670"];
const measures = [...new Set(data.variants.map(variant => variant.measure))];
const most = Math.max(...data.variants.map(variant => variant.samples));

report.append(make("div", { class: "figures" },
  figure(count.format(Math.max(...data.variants.map(variant => variant.frames))), "frames"),
  figure(count.format(data.variants.length), "variants"),
  figure(count.format(cells.length), "combinations"),
  best ? figure(perFrame(best).toPrecision(3), `least cost of a frame: ${best.variant.name} at ${best.cell.threshold}`, "good")
    : null));
Object.entries(data.unseen).forEach(([why, frames]) =>
  report.append(make("p", null, `Not counted: ${count.format(frames)} ${why}.`)));
data.variants.filter(variant => variant.uncovered > 0).forEach(variant =>
  report.append(make("p", { class: "soft" },
    `${variant.name}: ${count.format(variant.uncovered)} frames have fewer samples on record and are not counted.`)));

const heldShare = (variant, cell) => cell.held / variant.frames;
const wrongShare = errors => (variant, cell) => cell[errors].value === null ? null : cell[errors].value / variant.frames;

section("What is held, by threshold",
  make("p", { class: "soft" }, "Full lines are the largest N."),
  make("p", null, ...measures.flatMap((measure, i) =>
    [make("span", { class: "key", style: `background: ${colours[i % colours.length]}` }), measure])),
  chart("held share by threshold", (variant, cell) => cell.threshold, heldShare, at => at.toFixed(2)));
section("What escapes, against what is held",
  make("p", { class: "soft" }, "Each point is a threshold; lower and further left is better."),
  chart("escapes against held share", heldShare, wrongShare("escapes"), at => share.format(at)));
section("What is rejected wrongly, against what is held",
  chart("false rejects against held share", heldShare, wrongShare("falseRejects"), at => share.format(at)));

/** The next number whose quarters are easy to read. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 2, 4, 6, 8, 10].find(times => times * power >= value * 0.999) * power;
}

function chart(title, across, up, label) {
  const width = 1000, height = 320, left = 52, bottom = 34, top = 10;
  const points = data.variants.map(variant => ({ variant, points: variant.cells
    .map(cell => ({ cell, x: across(variant, cell), y: up(variant, cell) })).filter(point => point.y !== null) }));
  const all = points.flatMap(series => series.points);
  if (all.length === 0) {
    return make("p", null, "Nobody judged frames that would be accepted: nothing can be guessed.");
  }
  const widest = roundUp(Math.max(1e-9, ...all.map(point => point.x)));
  const highest = roundUp(Math.max(1e-9, ...all.map(point => point.y)));
  const x = value => left + value / widest * (width - left - 10);
  const y = value => height - bottom - value / highest * (height - bottom - top);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap(at => [
    make("line", { x1: x(at * widest), x2: x(at * widest), y1: top, y2: height - bottom, stroke: "var(--line)" }),
    make("text", { x: x(at * widest) - (at === 1 ? 34 : 14), y: height - 14 }, label(at * widest)),
    make("line", { x1: left, x2: width - 10, y1: y(at * highest), y2: y(at * highest), stroke: "var(--line)" }),
    make("text", { x: 0, y: y(at * highest) + 4 }, share.format(at * highest))]);
  const drawn = points.flatMap(series => {
    const colour = colours[measures.indexOf(series.variant.measure) % colours.length];
    return [
      make("path", { d: series.points.map((point, i) => `${i ? "L" : "M"}${x(point.x)} ${y(point.y)}`).join(""),
        fill: "none", stroke: colour, "stroke-width": 1.6,
        "stroke-dasharray": series.variant.samples === most ? "none" : "4 4" }),
      ...series.points.map(point => make("circle", { cx: x(point.x), cy: y(point.y), r: 3, fill: colour },
        make("title", null, `${series.variant.name} at ${point.cell.threshold}:`
          + ` ${part(point.cell.held, series.variant.frames)} held`)))];
  });
  return make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title }, ...grid, ...drawn);
}

data.variants.forEach(variant => section(variant.name, table([
  ["threshold", cell => cell.threshold.toFixed(3), true],
  ["held", cell => part(cell.held, variant.frames), true],
  ["most an hour", cell => count.format(cell.mostPerHour), true],
  ["held → accepted", cell => count.format(cell.toAccepted), true],
  ["accepted → held", cell => count.format(cell.toHeld), true],
  ["escapes", cell => estimate(cell.escapes), true],
  ["false rejects", cell => estimate(cell.falseRejects), true],
  ["samples a frame", cell => (cell.calls / Math.max(1, variant.frames)).toFixed(2), true],
  ...(priced.length > 0 ? [["cost", cell => price(cell.cost), true]] : [])],
variant.cells, cell => best && cell === best.cell ? "best" : "")));
