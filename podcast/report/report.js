(() => {
	"use strict";
	const audio = document.querySelector("audio");
	let current = null; // the button whose stretch is heard
	let frame = 0;

	/** Makes button the one whose stretch is heard; null is none. */
	function show(button) {
		if (current) say(current, "Play", false);
		current = button;
		if (current) say(current, "Stop", true);
	}

	function say(button, word, playing) {
		button.firstElementChild.textContent = word;
		button.setAttribute("aria-label", button.getAttribute("aria-label").replace(/^\w+/, word));
		button.closest("li").classList.toggle("playing", playing);
	}

	/** Ends a stretch at its end. Each frame of the screen looks, and, where the page is out of sight, each report of the time. */
	function watch() {
		cancelAnimationFrame(frame);
		if (!current) return;
		if (audio.currentTime >= Number(current.dataset.end)) audio.pause();
		else frame = requestAnimationFrame(watch);
	}

	function play(button) {
		document.querySelector(".error").textContent = "";
		show(button);
		audio.currentTime = Number(button.dataset.start);
		audio.play().then(watch, (error) => {
			if (error.name === "AbortError") return;
			show(null);
			document.querySelector(".error").textContent = "The recording could not be played.";
		});
	}

	for (const button of document.querySelectorAll("button.play")) {
		button.hidden = false;
		button.addEventListener("click", () => { if (button === current) audio.pause(); else play(button); });
	}
	audio.addEventListener("timeupdate", watch);
	audio.addEventListener("pause", () => show(null));
	// who moves the position himself hears on from there
	audio.addEventListener("seeking", () => {
		if (current && (audio.currentTime < Number(current.dataset.start) - 0.1 || audio.currentTime > Number(current.dataset.end))) show(null);
	});
	audio.addEventListener("error", () => { document.querySelector(".error").textContent = "The recording could not be loaded."; });
})();
