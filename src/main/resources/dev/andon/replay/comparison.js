heading();

const better = data.heldAfter <= data.heldBefore;
report.append(make("div", { class: "figures" },
  figure(count.format(data.frames), data.effortAfter ? "frames decided by both" : "frames decided anew"),
  figure(change(part(data.heldBefore, data.frames), part(data.heldAfter, data.frames)), "held", better ? "good" : "bad"),
  figure(count.format(data.changed), "changed route or result"),
  figure(change(guess(data.errorsBefore.escapes), guess(data.errorsAfter.escapes)), "escapes, as far as is known"),
  figure(change(guess(data.errorsBefore.falseRejects), guess(data.errorsAfter.falseRejects)),
    "false rejects, as far as is known"),
  data.cost ? figure(change(price(data.cost.before), price(data.cost.after)), "cost") : null,
  figure(change(count.format(data.callsBefore), count.format(data.callsAfter)), "samples used")));

section("Errors among what is accepted", table([
  ["", row => row[0]],
  ["before", row => row[1](data.errorsBefore), true],
  ["after", row => row[1](data.errorsAfter), true]], [
  ["accepted", errors => count.format(errors.accepted)],
  ["of these judged", errors => count.format(errors.judged)],
  ["escapes, 95 % band", errors => estimate(errors.escapes)],
  ["false rejects, 95 % band", errors => estimate(errors.falseRejects)]]));

if (data.effortAfter) {
  const number = value => value === null ? "unknown" : count.format(value);
  section("What it took", table([
    ["", row => row[0]],
    ["before", row => number(data.effortBefore[row[1]]), true],
    ["after", row => number(data.effortAfter[row[1]]), true]], [
    ["a sample, ms, median", "sampleMedianMillis"],
    ["a sample, ms, 95 % within", "sampleP95Millis"],
    ["record to decision, ms, median", "frameMedianMillis"],
    ["record to decision, ms, 95 % within", "frameP95Millis"],
    ["tokens of a frame, mean", "tokensPerFrame"]]));
  report.append(make("p", null, `Not counted: ${count.format(data.onlyLive)} frames decided live alone,`
    + ` ${count.format(data.onlyShadow)} by a candidate alone, ${count.format(data.earlier)} by earlier candidates.`));
}
if (data.brokenOff > 0) {
  report.append(make("p", null, `${count.format(data.brokenOff)} frames stopped early and would have been asked more:`
    + " their new route rests on fewer samples."));
}
Object.entries(data.unseen).forEach(([why, frames]) =>
  report.append(make("p", null, `Not counted: ${count.format(frames)} ${why}.`)));

section("Lines", table([
  ["line", row => row.line],
  ["frames", row => count.format(row.frames), true],
  ["held before", row => part(row.heldBefore, row.frames), true],
  ["held after", row => part(row.heldAfter, row.frames), true],
  ["held → accepted", row => count.format(row.toAccepted), true],
  ["accepted → held", row => count.format(row.toHeld), true]], data.lines));

section("Reasons", table([
  ["before", row => row.before],
  ["after", row => row.after],
  ["frames", row => count.format(row.frames), true]],
  [...data.passages].sort((a, b) => (a.before === a.after) - (b.before === b.after) || b.frames - a.frames),
  row => row.before === row.after ? "" : "changed"));

section("Frames for people, by hour (UTC)", hours());

function hours() {
  const width = 1000, height = 180, bottom = 22;
  const most = Math.max(1, ...data.hours.map(hour => Math.max(hour.heldBefore, hour.heldAfter)));
  const step = width / Math.max(1, data.hours.length);
  const bar = (hour, place, value, colour) => make("rect", {
    x: place, y: height - bottom - value / most * (height - bottom - 14), width: Math.min(18, step * 0.4),
    height: value / most * (height - bottom - 14), fill: `var(--${colour})` },
    make("title", null, `${hour.hour}: ${value} ${colour}`));
  const every = Math.ceil(data.hours.length / 12);
  const drawing = data.hours.flatMap((hour, i) => [
    bar(hour, i * step, hour.heldBefore, "before"),
    bar(hour, i * step + Math.min(19, step * 0.45), hour.heldAfter, "after"),
    i % every === 0 ? make("text", { x: i * step, y: height - 6 }, hour.hour.slice(5, 16).replace("T", " ")) : null]);
  return make("div", null,
    make("p", { class: "soft" }, make("span", { class: "key", style: "background: var(--before)" }), "before",
      make("span", { class: "key", style: "background: var(--after)" }), "after", ` (highest: ${most} an hour)`),
    make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "frames for people by hour" },
      ...drawing));
}

function decision(words, one) {
  return make("p", null, `${words} `, make("span", { class: "tag" }, one.reason ?? one.result),
    one.answer ? ` ${one.answer}` : null, make("br"), make("span", { class: "soft" }, one.detail));
}

function card(frame) {
  return make("div", { class: "card" },
    frame.image ? make("img", { src: frame.image, alt: `frame ${frame.frame ?? ""}`, loading: "lazy" })
      : make("div", { class: "none" }, "no image is left"),
    make("div", { class: "text" },
      make("p", null, make("b", null, frame.line), ` ${frame.frame ?? ""}`,
        frame.unit ? make("span", { class: "soft" }, `, unit ${frame.unit}`) : null),
      make("p", { class: "soft" }, frame.decided),
      decision("before", frame.before),
      decision("after", frame.after),
      frame.verdict ? make("p", null, "a person said ", make("span", { class: "tag" }, frame.verdict)) : null,
      samples(frame.samples),
      frame.samplesAfter ? make("p", { class: "soft" }, "asked again:") : null,
      frame.samplesAfter ? samples(frame.samplesAfter) : null));
}

function samples(all) {
  return make("ol", null, ...all.map(sample => make("li", null,
    make("span", { class: "tag" }, sample.answer), ` ${sample.caption}`)));
}

if (data.worst.length > 0) {
  section(`The worst ${data.worst.length} of ${count.format(data.changed)} changes`,
    make("p", { class: "soft" }, "First what would be accepted and is wrong, then what would be accepted and nobody judged."),
    make("div", { class: "cards" }, ...data.worst.map(card)));
}
