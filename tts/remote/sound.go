package remote

import (
	"bytes"
	"net/http"
	"strings"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
)

// Sound decodes an answer: a WAV or an MP3, whichever it is, or samples without a head (16-bit, little-endian, mono) at
// rawRate where that is not 0. Whatever is not sound from its first byte to its last is a *tts.HTTPError.
func (c *Client) Sound(a Answer, rawRate audio.SampleRate) (audio.Clip, error) {
	switch kind := strings.ToLower(a.Type); {
	case looksLikePage(a.Body):
		return audio.Clip{}, c.again(http.StatusOK, "answered with a web page in place of sound", "see what the address shows in a browser; a proxy or a sign-in may stand between")
	case isJSON(a.Body):
		return audio.Clip{}, c.fault(http.StatusOK, strings.TrimSuffix("answered with words in place of sound: "+problemOf(a.Body).message, ": "), "check model, voice and the other settings of the engine")
	case kind != "" && !strings.HasPrefix(kind, "audio/") && kind != "application/octet-stream" && kind != "binary/octet-stream":
		return audio.Clip{}, c.fault(http.StatusOK, "answered with "+a.Type+", which is no sound", "check the address of the service")
	case bytes.HasPrefix(a.Body, []byte("RIFF")):
		return c.wave(a.Body)
	case rawRate > 0 && kind != "audio/mpeg" && kind != "audio/mp3":
		return c.raw(a.Body, rawRate)
	}
	return c.mpeg(a.Body)
}

func looksLikePage(body []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(body[:min(len(body), 512)]))
	return bytes.HasPrefix(start, []byte("<!doctype")) || bytes.HasPrefix(start, []byte("<html")) || bytes.HasPrefix(start, []byte("<?xml"))
}

// isJSON tells an object of JSON from sound, which never begins like one and ends like one.
func isJSON(body []byte) bool {
	body = bytes.TrimSpace(body)
	return bytes.HasPrefix(body, []byte("{")) && bytes.HasSuffix(body, []byte("}"))
}

// damaged is sound that cannot be used.
func (c *Client) damaged(what string, err error) error {
	e := c.again(http.StatusOK, "sent "+what, "try again later, or ask for another response_format")
	e.Err = err
	return e
}

func (c *Client) wave(body []byte) (audio.Clip, error) {
	clip, err := wav.Decode(bytes.NewReader(body))
	if err != nil {
		return audio.Clip{}, c.damaged("a damaged WAV: "+strings.TrimPrefix(err.Error(), "decode wav: "), err)
	}
	return clip, nil
}

func (c *Client) raw(body []byte, rate audio.SampleRate) (audio.Clip, error) {
	if len(body)%2 != 0 {
		return audio.Clip{}, c.damaged("half a sample", nil)
	}
	return audio.FromPCM16(rate, body), nil
}

// mpeg decodes an MP3. The decoder takes damaged ones without a word, so that the frames are walked and counted first.
func (c *Client) mpeg(body []byte) (audio.Clip, error) {
	sum, err := mp3.Walk(bytes.NewReader(body), nil)
	if err == nil {
		err = sum.Whole()
	}
	var clip audio.Clip
	if err == nil {
		clip, err = mp3.Decode(bytes.NewReader(body))
	}
	if err != nil {
		return audio.Clip{}, c.damaged("a damaged MP3: "+strings.TrimPrefix(err.Error(), "decode mp3: "), err)
	}
	return clip, nil
}
