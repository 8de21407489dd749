/*
 * <articast-player>: listen to an article and read along.
 *
 *   <script src="player.js"> (and its end tag, which cannot stand in a script)
 *   <articast-player src="article.mp3" duration="238" chapters="article.chapters.json" transcript="article.vtt"
 *                    heading="The headline" byline="Its author" site="The site"></articast-player>
 *
 * Attributes: src (the recording), duration (seconds, shown before the recording is loaded), chapters (address of Podcasting 2.0
 * JSON chapters), transcript (address of a WebVTT file), heading, byline, site and artwork (what the lock screen of a
 * phone shows), keys="page" (keyboard shortcuts work wherever the focus is).
 *
 * Chapters may stand inside the element instead, as <script type="application/json">, and sentences as elements with
 * data-start (seconds), anywhere among its children: then nothing is fetched. The sentence being spoken has the class
 * articast-now, for which the page may have a style of its own.
 */
(() => {
	"use strict";

	const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
	const SKIP = 15; // seconds

	const ICONS = {
		play: "M8 5v14l11-7z",
		pause: "M7 5h4v14H7zM13 5h4v14h-4z",
	};

	const STYLE = `
		:host { display: block; --accent: #0b57d0; --on-accent: #fff; --surface: #fff; --line: #d7dbe2; --ink: #1b1c1f; --soft: #5b616c;
			color: var(--ink); font: 16px/1.4 system-ui, sans-serif; }
		:host([sticky]) { position: sticky; top: 0; z-index: 1; }
		@media (prefers-color-scheme: dark) {
			:host { --accent: #a8c7fa; --on-accent: #062e6f; --surface: #1f2125; --line: #3d4149; --ink: #e8eaee; --soft: #aab0bb; }
		}
		.bar { box-sizing: border-box; background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 10px 12px; }
		.row { display: flex; align-items: center; gap: 8px; flex-wrap: wrap; }
		button, select { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 999px; min-height: 40px; cursor: pointer; }
		button:hover, select:hover { border-color: var(--line); }
		button:focus-visible, select:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
		.play { display: inline-flex; align-items: center; gap: 8px; background: var(--accent); color: var(--on-accent); padding: 0 18px 0 10px; font-weight: 600; }
		.play svg { width: 24px; height: 24px; fill: currentColor; flex: none; }
		.play .length { font-weight: 400; opacity: .85; }
		.skip { padding: 0 10px; font-variant-numeric: tabular-nums; }
		.speed { width: 4.8em; padding: 0 4px; }
		.seek { flex: 1 1 100px; min-width: 90px; accent-color: var(--accent); height: 24px; margin: 0; }
		.time { font-variant-numeric: tabular-nums; color: var(--soft); font-size: 14px; white-space: nowrap; }
		.open { padding: 0 12px; }
		.chapter { color: var(--soft); font-size: 14px; margin: 6px 4px 0; overflow-wrap: anywhere; }
		.chapter:empty { display: none; }
		.list { list-style: none; margin: 8px 0 0; padding: 6px 0 0; border-top: 1px solid var(--line); max-height: 50vh; overflow: auto; }
		.list button { display: flex; gap: 12px; width: 100%; text-align: left; border-radius: 8px; padding: 8px; align-items: baseline; }
		.list time { color: var(--soft); font-variant-numeric: tabular-nums; min-width: 4ch; }
		.list [aria-current] { font-weight: 600; }
		.list [aria-current] time { color: var(--accent); }
		.error { color: #b3261e; margin: 6px 4px 0; }
		.error:empty { display: none; }
		@media (prefers-color-scheme: dark) { .error { color: #f2b8b5; } }
		.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
		.transcript { margin-top: 10px; }
		.transcript summary { cursor: pointer; padding: 6px 4px; }
		.transcript .text { max-height: 60vh; overflow: auto; padding: 0 4px; }
		.transcript p { margin: 0 0 .6em; }
		.transcript b { display: block; font-size: 13px; color: var(--soft); font-weight: 600; }
		[hidden] { display: none !important; }
		@media (max-width: 480px) { .seek { order: 9; flex-basis: 100%; } .time { order: 10; } }
	`;

	// What a sentence looks like, in the page or in the player. :where gives the page's own rules the last word.
	const SENTENCE_STYLE = `
		:where(.articast-text [data-start]) { cursor: pointer; border-radius: 4px; scroll-margin: 30vh 0; }
		:where(.articast-text [data-start]:hover) { text-decoration: underline dotted; text-underline-offset: 3px; }
		:where(.articast-now) { background: #fce8a6; color: #1b1c1f; box-shadow: 0 0 0 3px #fce8a6; }
	`;

	const MARKUP = `
		<div class="bar" role="region" aria-label="Listen to the article">
			<div class="row">
				<button class="play" type="button" aria-keyshortcuts="k Space">
					<svg viewBox="0 0 24 24" aria-hidden="true"><path></path></svg><span class="label">Listen to the article</span><span class="length"></span>
				</button>
				<button class="skip back" type="button" aria-label="Back ${SKIP} seconds" aria-keyshortcuts="j ArrowLeft">−${SKIP}</button>
				<button class="skip ahead" type="button" aria-label="Ahead ${SKIP} seconds" aria-keyshortcuts="l ArrowRight">+${SKIP}</button>
				<input class="seek" type="range" min="0" max="0" step="1" value="0" aria-label="Position">
				<span class="time"></span>
				<select class="speed" aria-label="Speed"></select>
				<button class="open" type="button" aria-expanded="false" aria-controls="chapters" hidden>Chapters</button>
			</div>
			<p class="chapter" aria-hidden="true"></p>
			<ol class="list" id="chapters" hidden></ol>
			<p class="error" role="alert"></p>
			<span class="sr" role="status"></span>
		</div>
		<details class="transcript" hidden><summary>Transcript</summary><div class="text"></div></details>
		<audio preload="metadata"></audio>
	`;

	const storage = {
		get(key) { try { return localStorage.getItem(key); } catch { return null; } },
		set(key, value) { try { localStorage.setItem(key, value); } catch { /* a private window: nothing is remembered */ } },
		remove(key) { try { localStorage.removeItem(key); } catch { /* as above */ } },
	};

	/** Shows seconds as a clock: 1:02:03 or 2:03. */
	function clock(seconds) {
		const s = Math.max(0, Math.floor(seconds || 0));
		const two = (n) => String(n).padStart(2, "0");
		return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
	}

	/** Says seconds as a screen reader should: "2 minutes 3 seconds". */
	function inWords(seconds) {
		const s = Math.max(0, Math.floor(seconds || 0));
		const parts = [[Math.floor(s / 3600), "hour"], [Math.floor(s / 60) % 60, "minute"], [s % 60, "second"]];
		const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? "" : "s"}`);
		return said.join(" ") || "0 seconds";
	}

	const PARAGRAPH = 0.7; // seconds of silence: longer than between sentences, shorter than between paragraphs

	/** Reads the cues of a WebVTT file: [{id, start, end, text, speaker}]. Of its markup only the voice span is kept. */
	function parseVTT(text) {
		const cues = [];
		for (const block of text.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
			const lines = block.split("\n");
			const at = lines.findIndex((line) => line.includes("-->"));
			if (at < 0) continue;
			const times = lines[at].match(/^\s*([\d:.]+)\s+-->\s+([\d:.]+)/);
			if (!times) continue;
			const payload = lines.slice(at + 1).join(" ");
			const voice = payload.match(/<v(?:\.[^\s>]*)?\s+([^>]*)>/);
			cues.push({
				id: at > 0 ? lines[at - 1] : "", start: seconds(times[1]), end: seconds(times[2]),
				text: plain(payload.replace(/<[^>]*>/g, "")), speaker: voice ? plain(voice[1]) : "",
			});
		}
		return cues;
	}

	/** Reads a time like 1:02:03.400 or 02:03.400. */
	function seconds(time) {
		return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
	}

	const ENTITIES = { "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "\u200e", "&rlm;": "\u200f", "&amp;": "&" };

	/** Undoes the escapes of WebVTT. */
	function plain(text) {
		return text.replace(/&(?:lt|gt|nbsp|lrm|rlm|amp);/g, (entity) => ENTITIES[entity]).trim();
	}

	/** Returns the index of the last of the ascending times that is not after t, or -1. */
	function lastBefore(times, t) {
		let low = 0, high = times.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (times[middle] <= t + 0.05) low = middle + 1; else high = middle;
		}
		return low - 1;
	}

	function visible(element) {
		const box = element.getBoundingClientRect();
		return box.bottom > 0 && box.top < window.innerHeight;
	}

	function adopt(root) {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(SENTENCE_STYLE);
		root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
	}

	class ArticastPlayer extends HTMLElement {
		#shadow = this.attachShadow({ mode: "open" });
		#chapters = []; // {startTime, title}, ascending
		#starts = []; // of the chapters
		#sentences = []; // elements, ascending
		#times = []; // of the sentences
		#now = -1; // index into #sentences
		#chapter = -1; // index into #chapters
		#saved = -1; // second that was remembered last
		#resume = 0; // second to begin at
		#ready = null;

		connectedCallback() {
			if (!this.#ready) this.#ready = this.#parsed().then(() => this.#start());
		}

		disconnectedCallback() {
			this.audio?.pause();
		}

		/** Resolves when the children are there: where this script stands before the element, they are parsed after it. */
		#parsed() {
			if (document.readyState !== "loading") return Promise.resolve();
			return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
		}

		/** Resolves when chapters and transcript are there. */
		get ready() { return this.#ready; }

		/** The audio element inside. */
		get audio() { return this.#shadow.querySelector("audio"); }

		/** Seconds; what the page says until the recording is loaded. */
		get length() {
			const loaded = this.audio.duration;
			return Number.isFinite(loaded) ? loaded : Number(this.getAttribute("duration")) || 0;
		}

		/** The second at which the listener is, or will begin. */
		get position() { return this.audio.readyState > 0 ? this.audio.currentTime : this.#resume; }

		#find(selector) { return this.#shadow.querySelector(selector); }

		async #start() {
			this.#shadow.innerHTML = `<style>${STYLE}</style>${MARKUP}`;
			adopt(this.#shadow);
			if (!document.articastStyled) { adopt(document); document.articastStyled = true; }
			this.#fillSpeeds();
			this.#listen();
			this.audio.src = this.getAttribute("src");
			this.#remembered();
			this.#show();
			await Promise.all([this.#loadChapters(), this.#loadTranscript()]);
			this.#tell();
			this.#show();
		}

		get #key() { return "articast:" + new URL(this.getAttribute("src"), document.baseURI).href; }

		#remembered() {
			const at = Number(storage.get(this.#key));
			if (at > 5 && (!this.length || at < this.length - 10)) this.#resume = at;
			const speed = Number(storage.get("articast:speed"));
			if (SPEEDS.includes(speed)) this.setSpeed(speed);
		}

		#fillSpeeds() {
			for (const speed of SPEEDS) this.#find(".speed").add(new Option(`${speed}×`, speed, speed === 1, speed === 1));
		}

		#listen() {
			const audio = this.audio;
			this.#find(".play").addEventListener("click", () => this.toggle());
			this.#find(".back").addEventListener("click", () => this.seek(this.position - SKIP));
			this.#find(".ahead").addEventListener("click", () => this.seek(this.position + SKIP));
			this.#find(".seek").addEventListener("input", (event) => this.seek(Number(event.target.value)));
			this.#find(".speed").addEventListener("change", (event) => this.setSpeed(Number(event.target.value)));
			this.#find(".open").addEventListener("click", () => this.#openChapters(this.#find(".list").hidden));
			audio.addEventListener("loadedmetadata", () => { if (this.#resume) audio.currentTime = this.#resume; this.#show(); });
			for (const event of ["timeupdate", "seeked", "play", "pause", "durationchange"]) audio.addEventListener(event, () => this.#show());
			audio.addEventListener("timeupdate", () => this.#remember());
			audio.addEventListener("play", () => this.#tell());
			audio.addEventListener("ended", () => { storage.remove(this.#key); this.#saved = -1; });
			audio.addEventListener("error", () => { this.#find(".error").textContent = "The recording could not be loaded."; });
			const keys = this.getAttribute("keys") === "page" ? document : this;
			keys.addEventListener("keydown", (event) => this.#press(event));
		}

		/** Starts or pauses. */
		toggle() {
			if (this.audio.paused) return this.play();
			this.audio.pause();
			return Promise.resolve();
		}

		/** Starts; what the browser refuses is told where the listener sees it. */
		play() {
			this.#find(".error").textContent = "";
			return this.audio.play().catch((error) => {
				if (error.name !== "AbortError") this.#find(".error").textContent = "The recording could not be played.";
			});
		}

		/** Goes to a second of the recording. */
		seek(seconds) {
			const to = Math.min(Math.max(0, seconds), this.length || Infinity);
			if (this.audio.readyState > 0) this.audio.currentTime = to;
			this.#resume = to;
			this.#remember();
			this.#show();
		}

		/** Sets the speed, 1 being that of the recording, and remembers it for all recordings. */
		setSpeed(speed) {
			this.audio.defaultPlaybackRate = this.audio.playbackRate = speed;
			this.#find(".speed").value = String(speed);
			storage.set("articast:speed", String(speed));
		}

		#remember() {
			const at = Math.floor(this.position);
			if (at === this.#saved || this.audio.readyState === 0 || this.audio.ended) return;
			this.#saved = at;
			storage.set(this.#key, String(at));
		}

		async #loadChapters() {
			const inside = this.querySelector('script[type="application/json"]');
			const data = inside ? JSON.parse(inside.textContent) : await this.#fetch("chapters", (answer) => answer.json());
			this.#chapters = ((data && data.chapters) || []).filter((chapter) => chapter.toc !== false);
			this.#starts = this.#chapters.map((chapter) => chapter.startTime);
			const list = this.#find(".list");
			for (const { startTime, title } of this.#chapters) {
				const button = document.createElement("button");
				button.type = "button";
				const time = document.createElement("time");
				time.textContent = clock(startTime);
				button.append(time, title);
				button.addEventListener("click", () => { this.seek(startTime); this.play(); });
				const item = document.createElement("li");
				item.append(button);
				list.append(item);
			}
			this.#find(".open").hidden = this.#chapters.length < 2;
		}

		async #loadTranscript() {
			let text = document.getElementById(this.getAttribute("for"));
			if (!text) {
				text = this.#find(".text");
				const vtt = await this.#fetch("transcript", (answer) => answer.text());
				if (vtt) this.#write(parseVTT(vtt));
			}
			text.classList.add("articast-text");
			text.addEventListener("click", (event) => this.#jump(event));
			this.#sentences = [...text.querySelectorAll("[data-start]")];
			this.#times = this.#sentences.map((element) => Number(element.dataset.start));
		}

		/** Fetches what an attribute names; what cannot be had is left out, since the recording is what matters. */
		async #fetch(attribute, read) {
			const address = this.getAttribute(attribute);
			if (!address) return null;
			try {
				const answer = await fetch(address);
				return answer.ok ? await read(answer) : null;
			} catch {
				return null;
			}
		}

		/**
		 * Writes a transcript into the player: quotations begin with the name of who speaks, and a long silence parts paragraphs. Cues
		 * "s1" and "s1.2" are one sentence.
		 */
		#write(cues) {
			let paragraph, sentence, before = { end: -Infinity };
			for (const cue of cues) {
				if (before.id && cue.id.startsWith(before.id.replace(/\.\d+$/, "") + ".")) {
					sentence.textContent += " " + cue.text;
					before = cue;
					continue;
				}
				const parted = cue.start - before.end > PARAGRAPH;
				if (parted) {
					paragraph = document.createElement("p");
					this.#find(".text").append(paragraph);
				}
				if (cue.speaker && (parted || cue.speaker !== before.speaker)) {
					const name = document.createElement("b");
					name.textContent = cue.speaker;
					paragraph.append(name);
				}
				sentence = document.createElement("span");
				sentence.dataset.start = cue.start;
				sentence.textContent = cue.text;
				paragraph.append(sentence, " ");
				before = cue;
			}
			this.#find(".transcript").hidden = cues.length === 0;
		}

		#jump(event) {
			const sentence = event.target.closest("[data-start]");
			if (!sentence || event.target.closest("a") || !getSelection().isCollapsed) return;
			this.seek(Number(sentence.dataset.start));
			this.play();
		}

		#press(event) {
			if (event.altKey || event.ctrlKey || event.metaKey) return;
			const focus = event.composedPath()[0];
			if (focus.closest?.("input, select, textarea, [contenteditable]")) return;
			if (event.key === " " && focus.closest?.("button, summary, a")) return;
			const action = this.#actions[event.key] || this.#actions[event.key.toLowerCase()];
			if (!action) return;
			event.preventDefault();
			action();
		}

		#actions = {
			" ": () => this.toggle(),
			k: () => this.toggle(),
			j: () => this.seek(this.position - SKIP),
			l: () => this.seek(this.position + SKIP),
			ArrowLeft: () => this.seek(this.position - SKIP),
			ArrowRight: () => this.seek(this.position + SKIP),
			",": () => this.#step(this.#times, this.#now, -1),
			".": () => this.#step(this.#times, this.#now, 1),
			p: () => this.#step(this.#starts, this.#chapter, -1),
			n: () => this.#step(this.#starts, this.#chapter, 1),
		};

		#step(times, from, by) {
			const to = from + by;
			if (to >= 0 && to < times.length) this.seek(times[to]);
		}

		#openChapters(open) {
			this.#find(".list").hidden = !open;
			this.#find(".open").setAttribute("aria-expanded", String(open));
		}

		/** Brings what is shown up to date. */
		#show() {
			const at = this.position, all = this.length, playing = !this.audio.paused;
			this.#find(".play path").setAttribute("d", playing ? ICONS.pause : ICONS.play);
			this.#find(".label").textContent = playing ? "Pause" : at > 1 ? "Continue" : "Listen to the article";
			this.#find(".length").textContent = playing || at > 1 || !all ? "" : `${Math.max(1, Math.round(all / 60))} min`;
			const seek = this.#find(".seek");
			seek.max = Math.floor(all);
			seek.value = Math.floor(at);
			seek.setAttribute("aria-valuetext", `${inWords(at)} of ${inWords(all)}`);
			this.#find(".time").textContent = `${clock(at)} / ${clock(all)}`;
			this.#showChapter(lastBefore(this.#starts, at));
			this.#showSentence(at > 0 || playing ? lastBefore(this.#times, at) : -1);
		}

		#showChapter(index) {
			if (index === this.#chapter) return;
			this.#chapter = index;
			const title = index < 0 ? "" : this.#chapters[index].title;
			this.#find(".chapter").textContent = this.#chapters.length > 1 ? title : "";
			if (!this.audio.paused) this.#find(".sr").textContent = title;
			this.#shadow.querySelectorAll(".list button").forEach((button, i) => {
				if (i === index) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
			});
			this.#tell();
		}

		/** Marks the sentence that is spoken and follows it, unless the reader has scrolled away. */
		#showSentence(index) {
			if (index === this.#now) return;
			const before = this.#sentences[this.#now], sentence = this.#sentences[index];
			const following = !this.audio.paused && (!before || visible(before));
			before?.classList.remove("articast-now");
			before?.removeAttribute("aria-current");
			this.#now = index;
			if (!sentence) return;
			sentence.classList.add("articast-now");
			sentence.setAttribute("aria-current", "true");
			if (!following) return;
			const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
			sentence.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
		}

		/** Tells the lock screen and the keys of a headset what is playing. */
		#tell() {
			const session = navigator.mediaSession;
			if (!session || this.audio.paused) return;
			const chapter = this.#chapters[this.#chapter];
			const heading = this.getAttribute("heading") || document.title;
			const artwork = this.getAttribute("artwork");
			session.metadata = new MediaMetadata({
				title: chapter && this.#chapter > 0 ? `${chapter.title} – ${heading}` : heading,
				artist: this.getAttribute("byline") || "",
				album: this.getAttribute("site") || "",
				artwork: artwork ? [{ src: artwork }] : [],
			});
			const handlers = {
				play: () => this.play(),
				pause: () => this.audio.pause(),
				seekbackward: (d) => this.seek(this.position - (d.seekOffset || SKIP)),
				seekforward: (d) => this.seek(this.position + (d.seekOffset || SKIP)),
				seekto: (d) => this.seek(d.seekTime),
				previoustrack: () => this.#step(this.#starts, this.#chapter, -1),
				nexttrack: () => this.#step(this.#starts, this.#chapter, 1),
			};
			for (const [action, handler] of Object.entries(handlers)) {
				try { session.setActionHandler(action, handler); } catch { /* this browser does not know the action */ }
			}
		}
	}

	if (!customElements.get("articast-player")) customElements.define("articast-player", ArticastPlayer);
})();
