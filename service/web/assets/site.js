// Everything works without this file; it only makes the pages smoother.
"use strict";

const say = (text) => {
  const status = document.getElementById("status");
  if (status) status.textContent = text;
};

// The periodic table: one tab stop, arrow keys within.
function rove() {
  const links = [...document.querySelectorAll(".elements td a")];
  if (!links.length) return;
  const at = new Map(links.map((a) => [`${a.dataset.r},${a.dataset.c}`, a]));
  const saved = sessionStorage.getItem("cell");
  let current = at.get(saved) || links.find((a) => a.parentElement.classList.contains("disputed")) || links[0];
  for (const a of links) a.tabIndex = a === current ? 0 : -1;
  const go = (a, event) => {
    if (!a) return;
    event.preventDefault();
    current.tabIndex = -1;
    a.tabIndex = 0;
    current = a;
    a.focus();
  };
  const step = (dr, dc) => {
    let r = +current.dataset.r + dr, c = +current.dataset.c + dc;
    for (; r > 0 && r < 10 && c > 0 && c < 19; r += dr, c += dc) {
      const link = at.get(`${r},${c}`);
      if (link) return link;
    }
    return null;
  };
  const end = (last) => {
    const row = links.filter((a) => a.dataset.r === current.dataset.r);
    return row[last ? row.length - 1 : 0];
  };
  const moves = {
    ArrowUp: () => step(-1, 0), ArrowDown: () => step(1, 0),
    ArrowLeft: () => step(0, -1), ArrowRight: () => step(0, 1),
    Home: (e) => (e.ctrlKey ? links[0] : end(false)),
    End: (e) => (e.ctrlKey ? links[links.length - 1] : end(true)),
  };
  for (const table of document.querySelectorAll(".elements")) {
    table.addEventListener("keydown", (event) => {
      if (event.altKey || event.metaKey || event.shiftKey || !event.target.closest("td a")) return;
      if (moves[event.key]) go(moves[event.key](event), event);
    });
    table.addEventListener("focusin", (event) => {
      const a = event.target.closest("td a");
      if (!a) return;
      current.tabIndex = -1;
      a.tabIndex = 0;
      current = a;
      sessionStorage.setItem("cell", `${a.dataset.r},${a.dataset.c}`);
    });
  }
}

// Forms whose address is the view: fetch it, put the new view in place, keep the address.
function live() {
  const form = document.querySelector("form[data-live]");
  if (!form) return;
  let running = null;
  const show = async (address, push) => {
    if (running) running.abort();
    running = new AbortController();
    const focused = document.activeElement && document.activeElement.id;
    const open = [...document.querySelectorAll("details[open] > summary")].map((s) => s.textContent.split(":")[0]);
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: running.signal });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const view = next.getElementById("view");
      if (!answer.ok || !view) throw new Error(answer.statusText);
      document.getElementById("view").replaceWith(view);
      document.title = next.title;
      if (push) history.pushState(null, "", address);
      for (const s of view.querySelectorAll("form summary")) {
        if (open.includes(s.textContent.split(":")[0])) s.parentElement.open = true;
      }
      if (focused && document.getElementById(focused)) document.getElementById(focused).focus({ preventScroll: true });
      const legend = [...view.querySelectorAll(".key li")].map((li) => li.textContent.trim().slice(li.querySelector(".mark").textContent.length).trim());
      const lead = view.querySelector(".lead, p");
      say(`${document.title.split(" · ")[0]}. ${legend.join(". ") || (lead ? lead.textContent : "")}`);
      if (view.querySelector("form[data-live]")) live();
      rove();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  };
  const address = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
    const day = form.elements.as_of;
    if (day && day.value === day.defaultValue && !new URLSearchParams(location.search).has("as_of")) query.delete("as_of");
    return `${form.getAttribute("action")}${query.size ? "?" : ""}${query}`;
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); show(address(), true); });
  form.addEventListener("change", (event) => {
    if (event.target.name === "as_of" && !event.target.value) return;
    const { left, right } = form.elements;
    if (left && Boolean(left.value) !== Boolean(right.value) && (event.target === left || event.target === right)) return;
    show(address(), true);
  });
  if (!window.onpopstate) window.onpopstate = () => show(location.pathname + location.search, false);
}

// Classify: drop a file, choose its column, see it sent, hear the outcome.
function classify() {
  const form = document.querySelector("form[data-classify]");
  if (!form) return;
  const drop = form.querySelector(".drop"), file = form.elements.file, text = form.elements.text;
  const bar = form.querySelector("progress"), told = form.querySelector("[data-dropped]");
  const field = form.querySelector("[data-column]");
  const offer = (content) => {
    const column = form.elements.column;
    const first = content.split(/\r?\n/, 1)[0];
    const by = ["\t", ";", ","].find((d) => first.includes(d));
    const heads = (by ? first.split(by) : []).map((head, i) => `${i + 1}: ${head.replace(/^"|"$/g, "").slice(0, 40)}`);
    const shown = [...column.options].slice(1).map((option) => option.text);
    if (heads.join() === shown.join()) return; // the same columns: keep the one that is chosen
    column.length = 1;
    heads.forEach((head, i) => column.add(new Option(head, i + 1)));
    field.hidden = heads.length < 2;
  };
  const chosen = async () => {
    const one = file.files[0];
    if (!one) return;
    told.textContent = `${one.name}, ${Math.ceil(one.size / 1024)} KB`;
    if (one.size > 1048576) { say("The file is larger than 1 MiB: split it."); return; }
    text.value = "";
    offer(await one.slice(0, 4096).text());
    say(`${one.name} is ready to be classified.`);
  };
  file.addEventListener("change", chosen);
  text.addEventListener("input", () => offer(text.value.slice(0, 4096)));
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (e) => { e.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    chosen().then(() => form.requestSubmit(form.querySelector('[name="format"][value="html"]')));
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.value === "csv") return;
    event.preventDefault();
    const sent = new XMLHttpRequest();
    bar.hidden = false;
    bar.removeAttribute("value");
    document.getElementById("status").classList.remove("vh");
    say("Classifying.");
    sent.upload.onprogress = (e) => { if (e.lengthComputable) bar.value = e.loaded / e.total; };
    sent.onerror = () => { bar.hidden = true; say("It could not be sent: is the connection up?"); };
    sent.onload = () => {
      bar.hidden = true;
      const next = new DOMParser().parseFromString(sent.responseText, "text/html");
      const result = next.getElementById("result");
      if (!result) { say((next.querySelector("h1 + .lead") || next.body).textContent.trim()); return; }
      document.getElementById("result").replaceWith(result);
      const theirs = next.querySelector("form[data-classify]");
      text.value = theirs.elements.text.value;
      // the whole control: options that move one by one lose which of them is chosen
      form.elements.column.replaceWith(theirs.elements.column);
      field.hidden = theirs.querySelector("[data-column]").hidden;
      const concepts = theirs.querySelector("#concepts");
      concepts.open = form.querySelector("#concepts").open;
      form.querySelector("#concepts").replaceWith(concepts);
      file.value = "";
      document.title = next.title;
      const head = result.querySelector("h2");
      document.getElementById("status").classList.toggle("vh", Boolean(head));
      if (head) { say(head.textContent); head.focus(); }
    };
    sent.open("POST", form.getAttribute("action"));
    sent.setRequestHeader("Accept", "text/html");
    const data = new FormData(form);
    if (event.submitter && event.submitter.name) data.append(event.submitter.name, event.submitter.value);
    sent.send(data);
  });
}

// A button beside what is made to be copied.
function copying() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".copyable")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    block.after(button);
  }
}

// A link to a concept opens what folds it away.
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target && target.closest("details:not([open])");
  if (folded) { folded.open = true; target.scrollIntoView(); }
}

rove();
live();
classify();
copying();
unfold();
addEventListener("hashchange", unfold);
