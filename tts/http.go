package tts

import "time"

// HTTPError says why a service on the network gave no sound, and what can be done about it.
type HTTPError struct {
	Service string        // its host: "api.openai.com"
	Status  int           // of its answer; 0 where none came
	Reason  string        // what happened, one line, without any secret
	Hint    string        // what to do about it, one line
	Again   bool          // whether the same request may succeed later
	After   time.Duration // do not ask again sooner (Retry-After); 0 where the service did not say
	Err     error         // the cause; nil where the answer itself is at fault
}

// Error tells whose fault it is and what happened. The Hint is for a line of its own.
func (e *HTTPError) Error() string { return e.Service + " " + e.Reason }

// Unwrap returns the cause.
func (e *HTTPError) Unwrap() error { return e.Err }
