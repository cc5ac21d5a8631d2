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
  best ? figure(count.format(perFrame(best)), `least cost of a frame: ${best.variant.name} at ${best.cell.threshold}`, "good")
    : null));
Object.entries(data.unseen).forEach(([why, frames]) =>
  report.append(make("p", null, `Not counted: ${count.format(frames)} ${why}.`)));
data.variants.filter(variant => variant.uncovered > 0).forEach(variant =>
  report.append(make("p", { class: "soft" },
    `${variant.name}: ${count.format(variant.uncovered)} frames have fewer samples on record and are not counted.`)));

section("What is held against what escapes",
  make("p", { class: "soft" }, "Each point is a threshold; lower and further left is better. Full lines are the largest N."),
  make("p", null, ...measures.flatMap((measure, i) =>
    [make("span", { class: "key", style: `background: ${colours[i % colours.length]}` }), measure])),
  chart("escapes"));
section("What is held against what is rejected wrongly", chart("falseRejects"));

function chart(errors) {
  const width = 1000, height = 320, left = 46, bottom = 34, top = 10;
  const known = cells.filter(({ cell }) => cell[errors].value !== null);
  if (known.length === 0) {
    return make("p", null, "Nobody judged frames that would be accepted: nothing can be guessed.");
  }
  const highest = Math.max(1e-9, ...known.map(({ variant, cell }) => cell[errors].value / variant.frames));
  const x = held => left + held * (width - left - 10);
  const y = wrong => height - bottom - wrong / highest * (height - bottom - top);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap(at => [
    make("line", { x1: x(at), x2: x(at), y1: top, y2: height - bottom, stroke: "var(--line)" }),
    make("text", { x: x(at) - 12, y: height - 14 }, `${at * 100} %`),
    make("line", { x1: left, x2: width - 10, y1: y(at * highest), y2: y(at * highest), stroke: "var(--line)" }),
    make("text", { x: 0, y: y(at * highest) + 4 }, share.format(at * highest))]);
  const drawn = data.variants.flatMap(variant => {
    const points = variant.cells.filter(cell => cell[errors].value !== null)
      .map(cell => [x(cell.held / variant.frames), y(cell[errors].value / variant.frames), cell]);
    const colour = colours[measures.indexOf(variant.measure) % colours.length];
    return [
      make("path", { d: points.map(([a, b], i) => `${i ? "L" : "M"}${a.toFixed(1)} ${b.toFixed(1)}`).join(""),
        fill: "none", stroke: colour, "stroke-width": 1.6, "stroke-dasharray": variant.samples === most ? "none" : "4 4" }),
      ...points.map(([a, b, cell]) => make("circle", { cx: a, cy: b, r: 3, fill: colour },
        make("title", null, `${variant.name} at ${cell.threshold}: held ${share.format(cell.held / variant.frames)}`)))];
  });
  return make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `held share against ${errors}` },
    ...grid, ...drawn);
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
  ...(priced.length > 0 ? [["cost", cell => cell.cost === null ? "unknown" : count.format(cell.cost), true]] : [])],
variant.cells, cell => best && cell === best.cell ? "best" : "")));
