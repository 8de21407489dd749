// Package piper speaks with Piper, an offline neural engine: utterances go in, clips come out of resident child
// processes.
//
// One child holds one voice at one pace, on one thread; up to [Options.Processes] of them work at once and take their
// work from one queue. A child is fed one JSON line per piece of text and answers with one WAV. The engine and its
// voices come as compressed archives (package embedded has them) that are unpacked once into the data directory.
//
// What the engine cannot take never reaches it: control characters, phoneme brackets, text without a letter or a
// digit, sentences so long that they would exhaust memory. Piper is a program of its own and is never linked.
package piper
