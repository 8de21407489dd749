package podcast

// FeedGUIDOf is feedGUIDOf for tests.
var FeedGUIDOf = feedGUIDOf
