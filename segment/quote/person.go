package quote

type people struct{}

func findPeople(f *frame) *people { return nil }
