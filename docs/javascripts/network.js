/* The network in the browser: filtered by tie and kind, with a neighbourhood brought out, and larger. Without scripts it
   is a drawing with links. */
(() => {
  "use strict";

  const MOST = 4; // times as large
  const STEP = 1.4; // how much larger at each step
  const SHIFT = 0.15; // of what is seen, at each press of an arrow key

  const make = (tag, props, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };

  const labelled = (input, words) => make("label", {}, input, ` ${words}`);

  /* ---------------------------------------------------------------- what is shown */

  /* Each drawing with its nodes by id and its bonds; all of them are kept alike, whichever the screen shows. */
  const read = (svg) => ({
    svg,
    size: svg.viewBox.baseVal,
    whole: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
    nodes: new Map([...svg.querySelectorAll("a[data-node]")].map((node) => [node.dataset.node, node])),
    bonds: [...svg.querySelectorAll("g.bond")].map((bond) => [bond, ...bond.dataset.ends.split(" ")]),
  });

  const filter = ({ nodes, bonds }, line, kinds) => {
    const tied = new Set();
    for (const [bond, one, other] of bonds) {
      const fits = (!line || bond.dataset.line === line) && [one, other].every((id) => kinds.has(nodes.get(id).dataset.kind));
      bond.classList.toggle("bg-hidden", !fits);
      if (fits) tied.add(one).add(other);
    }
    for (const [id, node] of nodes) node.classList.toggle("bg-hidden", !tied.has(id));
  };

  /* Bring out a node, its ties and those at their other ends; without a node, nothing. */
  const bringOut = ({ svg, nodes, bonds }, id) => {
    svg.classList.toggle("bg-lit", nodes.has(id));
    const near = new Set([id]);
    for (const [bond, one, other] of bonds) {
      const own = one === id || other === id;
      bond.classList.toggle("bg-near", own);
      if (own) near.add(one).add(other);
    }
    for (const [other, node] of nodes) node.classList.toggle("bg-near", near.has(other));
  };

  /* ---------------------------------------------------------------- larger and smaller */

  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

  /* What is seen is a part of the drawing: its size, and where its middle is. */
  const look = (drawing, factor, x, y) => {
    const [width, height] = drawing.whole;
    const [w, h] = [width / factor, height / factor];
    const left = clamp(x - w / 2, 0, width - w);
    const top = clamp(y - h / 2, 0, height - h);
    drawing.svg.setAttribute("viewBox", `${left} ${top} ${w} ${h}`);
  };

  const middle = ({ size }) => [size.x + size.width / 2, size.y + size.height / 2];

  const zoomable = (frame, drawings, tell) => {
    let factor = 1;

    const zoom = (wanted, at) => {
      factor = clamp(wanted, 1, MOST);
      frame.classList.toggle("bg-zoomed", factor > 1);
      for (const drawing of drawings) look(drawing, factor, ...(at ?? middle(drawing)));
      tell(`${Math.round(factor * 100)} %`);
    };

    const shift = (x, y) => {
      for (const drawing of drawings) {
        const [atX, atY] = middle(drawing);
        look(drawing, factor, atX + x * drawing.size.width, atY + y * drawing.size.height);
      }
    };

    const keys = {
      "+": () => zoom(factor * STEP),
      "=": () => zoom(factor * STEP),
      "-": () => zoom(factor / STEP),
      0: () => zoom(1),
    };
    const arrows = { ArrowLeft: [-SHIFT, 0], ArrowRight: [SHIFT, 0], ArrowUp: [0, -SHIFT], ArrowDown: [0, SHIFT] };

    frame.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key] ?? (factor > 1 && arrows[event.key] && (() => shift(...arrows[event.key])));
      if (!act) return;
      event.preventDefault();
      act();
    });

    /* The wheel zooms with Ctrl, as two fingers do: without it the page goes on scrolling. */
    frame.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        zoom(event.deltaY < 0 ? factor * STEP : factor / STEP);
      },
      { passive: false },
    );

    /* Larger, the drawing can be dragged; a drag that ends on a name does not follow it. */
    let from;
    let dragged = false;
    frame.addEventListener("pointerdown", (event) => {
      dragged = false;
      if (factor > 1 && event.button === 0) from = [event.clientX, event.clientY];
    });
    addEventListener("pointermove", (event) => {
      if (!from) return;
      const box = frame.getBoundingClientRect();
      const [x, y] = [event.clientX - from[0], event.clientY - from[1]];
      if (!dragged && Math.hypot(x, y) < 4) return;
      dragged = true;
      from = [event.clientX, event.clientY];
      shift(-x / box.width, -y / box.height);
    });
    addEventListener("pointerup", () => (from = undefined));
    addEventListener("pointercancel", () => (from = undefined));
    frame.addEventListener("dragstart", (event) => factor > 1 && event.preventDefault());
    frame.addEventListener("click", (event) => dragged && event.preventDefault(), true);

    /* Who gets the focus by keyboard comes into sight. */
    frame.addEventListener("focusin", (event) => {
      const drawing = drawings.find(({ svg }) => svg.contains(event.target));
      if (!drawing || factor === 1 || event.target === frame || !event.target.matches(":focus-visible")) return;
      const box = event.target.getBBox();
      look(drawing, factor, box.x + box.width / 2, box.y + box.height / 2);
    });

    return [
      ["+", "Larger", () => zoom(factor * STEP)],
      ["−", "Smaller", () => zoom(factor / STEP)],
      ["Whole", "The whole network", () => zoom(1)],
    ].map(([words, name, act]) => {
      const button = make("button", { type: "button", textContent: words, onclick: act });
      button.setAttribute("aria-label", name);
      return button;
    });
  };

  /* ---------------------------------------------------------------- the controls */

  const group = (words, ...children) =>
    make("fieldset", { className: "bg-filter" }, make("legend", { textContent: words }), ...children);

  /* The choices lie open where there is room beside the drawing, and else behind a button, so that it comes first. */
  const disclosure = (legend, controls) => {
    const roomy = matchMedia("(min-width: 45em)");
    const choices = make("details", { className: "bg-more bg-choices" }, make("summary", { textContent: "Choose what is shown" }), controls);
    const show = () => legend.classList.toggle("bg-on-paper", choices.open);
    const fit = () => {
      choices.open = roomy.matches;
      show();
    };
    choices.addEventListener("toggle", show);
    roomy.addEventListener("change", fit);
    fit();
    return choices;
  };

  /* The legend becomes the choice of ties: each line with its meaning can be chosen. The legend itself stays for paper,
     and for where the choices are closed. */
  const tieChoice = (legend, apply) => {
    const choice = (line, ...words) => {
      const input = make("input", { type: "radio", name: "bg-tie", value: line, checked: !line });
      input.addEventListener("change", apply);
      return make("label", {}, input, ...words);
    };
    const lines = [...legend.children].map((item) => choice(item.dataset.line, ...item.cloneNode(true).childNodes));
    const chosen = group("Ties", choice("", "all"), ...lines);
    chosen.classList.add("bg-lines");
    return chosen;
  };

  const kindChoice = (kinds, apply) => {
    const boxes = [...kinds].sort().map((kind) => {
      const input = make("input", { type: "checkbox", name: "bg-kind", value: kind, checked: true });
      input.addEventListener("change", apply);
      return labelled(input, `${kind}s`);
    });
    return boxes.length > 1 ? group("Kinds", ...boxes) : "";
  };

  const around = (nodes, apply) => {
    const names = [...nodes].map(([id, node]) => [node.querySelector("text").textContent.trim(), id]);
    const select = make("select", { name: "bg-around" }, make("option", { value: "", textContent: "everyone" }));
    select.append(...names.sort().map(([name, value]) => make("option", { value, textContent: name })));
    select.addEventListener("change", apply);
    return select;
  };

  const start = () => {
    const figure = document.querySelector(".bg-network");
    if (!figure || figure.querySelector(".bg-filter")) return;
    const frame = figure.querySelector(".bg-frame");
    const drawings = [...frame.querySelectorAll("svg")].map(read);
    const told = make("p", { className: "bg-count" });
    told.setAttribute("role", "status");
    const controls = make("div", { className: "bg-controls" });
    const checked = (name) => [...controls.querySelectorAll(`[name=${name}]:checked`)].map((input) => input.value);
    const kinds = new Set([...drawings[0].nodes.values()].map((node) => node.dataset.kind));

    const count = () => {
      const { nodes, bonds } = drawings.find(({ svg }) => svg.getClientRects().length) ?? drawings[0];
      const shown = (elements) => elements.filter((element) => !element.classList.contains("bg-hidden")).length;
      const names = [...nodes.values()];
      const ties = bonds.map(([bond]) => bond);
      told.textContent = `Shown: ${shown(names)} of ${names.length} names, ${shown(ties)} of ${ties.length} ties`;
    };
    const applyFilter = () => {
      const chosen = kinds.size > 1 ? new Set(checked("bg-kind")) : kinds;
      drawings.forEach((drawing) => filter(drawing, checked("bg-tie")[0] ?? "", chosen));
      count();
    };
    const chosenNode = around(drawings[0].nodes, () => light(chosenNode.value));
    const light = (id) => drawings.forEach((drawing) => bringOut(drawing, id || chosenNode.value));
    const buttons = zoomable(frame, drawings, (words) => (told.textContent = words));

    const legend = figure.querySelector(".bg-lines");
    const choice = tieChoice(legend, applyFilter);
    controls.append(
      choice,
      kindChoice(kinds, applyFilter),
      group("Around", chosenNode),
      group("Size", ...buttons),
    );
    controls.querySelector("select").setAttribute("aria-label", "Around");
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", "The network: plus and minus change its size, 0 shows all of it");
    for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
      frame.addEventListener(on, (event) => light(event.target.closest?.("a[data-node]")?.dataset.node));
      frame.addEventListener(off, () => light(""));
    }
    figure.querySelector(".bg-place-network").append(disclosure(legend, controls), told);
    count();
  };

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
