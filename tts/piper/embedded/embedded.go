// Package embedded holds the Piper engine for this platform and two English voices, 140 MB of it: only the program
// imports it. The build tag noembed leaves all of it out.
//
// Piper is a separate program (MIT) and brings espeak-ng (GPL-3) with it; the voices have terms of their own, stated in
// their model cards.
package embedded
