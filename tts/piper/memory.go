package piper

// childMemory is what a child comes to take after some sentences of the greatest length: its allocator keeps what it
// has once had. One that speaks only ordinary sentences takes 300 to 450 MB.
const childMemory = 800 << 20

// plan returns how many children work at once and how many are kept, for a number of processors, the processes asked
// for (0 leaves the choice) and the machine's memory in bytes (0 where it is not known). Half as many children again
// as work, but two where two work, let a second voice have its own without costing all the memory once more: in a
// simulation of articles with quotations, and of interviews, the whole takes 1 to 4 % longer than with children without
// number, and 8 to 14 % longer without the half. With one more than two, voices took turns and were started again.
func plan(processors, asked int, memory int64) (slots, limit int) {
	slots = asked
	fit := int(memory * 6 / 10 / childMemory)
	if asked == 0 {
		slots = processors
		if memory > 0 {
			slots = max(min(slots, fit), 1)
		}
	}
	limit = slots + min(slots, max(2, (slots+1)/2))
	if memory > 0 {
		limit = max(min(limit, fit), slots)
	}
	return slots, limit
}
