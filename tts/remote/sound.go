package remote

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"articast/audio"
	"articast/audio/mp3"
	"articast/audio/wav"
)

// Sound decodes an answer: a WAV or an MP3, whichever it is, or samples without a head (16-bit, mono) at rawRate where that is
// not 0. Whatever is not sound from its first byte to its last is a *tts.HTTPError.
func (c *Client) Sound(a Answer, rawRate audio.SampleRate) (audio.Clip, error) {
	switch kind := strings.ToLower(a.Type); {
	case looksLikePage(a.Body):
		return audio.Clip{}, c.again(http.StatusOK, "answered with a web page in place of sound", "see what the address shows in a browser; a proxy or a sign-in may stand between")
	case isJSON(a.Body):
		return audio.Clip{}, c.fault(http.StatusOK, strings.TrimSuffix("answered with words in place of sound: "+problemOf(a.Body).message, ": "), "check model, voice and the other settings of the engine")
	case kind != "" && !strings.HasPrefix(kind, "audio/") && kind != "application/octet-stream" && kind != "binary/octet-stream":
		return audio.Clip{}, c.fault(http.StatusOK, "answered with "+a.Type+", which is no sound", "check the address of the service")
	case bytes.HasPrefix(a.Body, []byte("RIFF")):
		return c.wave(a)
	case rawRate > 0 && kind != "audio/mpeg" && kind != "audio/mp3" && !mp3.Sniff(a.Body):
		return c.raw(a, rawRate)
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

func (c *Client) wave(a Answer) (audio.Clip, error) {
	clip, open, err := wav.DecodeStream(bytes.NewReader(a.Body))
	if err != nil {
		return audio.Clip{}, c.damaged("a damaged WAV: "+strings.TrimPrefix(err.Error(), "decode wav: "), err)
	}
	if open {
		return c.whole(a, clip)
	}
	return clip, nil
}

// raw reads samples without a head. They are checked for all that can be known of them: the media type may tell their rate,
// and noise is sound of another kind.
func (c *Client) raw(a Answer, rate audio.SampleRate) (audio.Clip, error) {
	const hint = "set sample_rate of the engine to what the service sends, or response_format to wav"
	if told := a.Params["rate"]; told != "" && told != strconv.Itoa(int(rate)) {
		return audio.Clip{}, c.fault(http.StatusOK, fmt.Sprintf("sent samples at %s Hz, not at %d Hz", told, rate), hint)
	}
	if n := a.Params["channels"]; n != "" && n != "1" {
		return audio.Clip{}, c.fault(http.StatusOK, "sent samples of "+n+" channels, not of one", "set response_format to wav")
	}
	if len(a.Body)%2 != 0 {
		return audio.Clip{}, c.damaged("half a sample", nil)
	}
	clip := audio.FromPCM16(rate, a.Body)
	if strings.EqualFold(a.Type, "audio/L16") { // the higher byte comes first (RFC 2586, 2), but not from everybody
		clip = smoother(clip, audio.FromPCM16(rate, swapped(a.Body)))
	}
	if roughness(clip) > noise {
		return audio.Clip{}, c.damaged("noise in place of 16-bit samples", nil)
	}
	return c.whole(a, clip)
}

func swapped(pcm []byte) []byte {
	b := make([]byte, len(pcm))
	for i := 0; i+1 < len(pcm); i += 2 {
		b[i], b[i+1] = pcm[i+1], pcm[i]
	}
	return b
}

func smoother(a, b audio.Clip) audio.Clip {
	if roughness(b) < roughness(a) {
		return b
	}
	return a
}

// noise is a roughness between that of speech, 0.3 to 0.9, and that of compressed sound or swapped bytes read as samples, 1.3.
const noise = 1.1

// roughness is how far samples are from each other, against how far they are from 0.
func roughness(c audio.Clip) float64 {
	var steps, levels, last float64
	for _, s := range c.Samples {
		v := float64(s)
		steps, levels, last = steps+max(v-last, last-v), levels+max(v, -v), v
	}
	if levels == 0 {
		return 0
	}
	return steps / levels
}

// whole returns a clip that has nothing in it to show that it is whole, if all else speaks for it: the service told where its
// answer ends, and the sound does not end in the middle of a word.
func (c *Client) whole(a Answer, clip audio.Clip) (audio.Clip, error) {
	switch {
	case !a.Ended:
		return audio.Clip{}, c.fault(http.StatusOK, "does not tell where its sound ends: neither in its head nor in that of the answer", "ask for another response_format, wav or mp3; a proxy may have taken the length away")
	case breaksOff(clip):
		return audio.Clip{}, c.brokenOff()
	}
	return clip, nil
}

func (c *Client) brokenOff() error { return c.damaged("sound that breaks off", nil) }

// The last moment of a voice's sentences is at least 25 dB quieter than their loudest; that of sentences cut off anywhere is
// louder than this in three of four cases, as measured with Piper and espeak-ng.
const (
	lastMoment = 100 // of a second
	quietEnd   = 0.1 // of the loudest moment: -20 dB
)

// breaksOff tells whether a clip is about as loud at its end as anywhere.
func breaksOff(clip audio.Clip) bool {
	n := int(clip.Rate) / lastMoment
	if n == 0 || len(clip.Samples) < n {
		return false
	}
	loudest := 0.0
	for at := 0; at+n <= len(clip.Samples); at += n {
		loudest = max(loudest, energy(clip.Samples[at:at+n]))
	}
	return energy(clip.Samples[len(clip.Samples)-n:]) > quietEnd*quietEnd*loudest
}

func energy(samples []float32) float64 {
	sum := 0.0
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	return sum
}

// mpeg decodes an MP3. The decoder takes damaged ones without a word, so that the frames are walked and counted first. One without
// a count of its frames could end behind any of them.
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
	if counted := sum.Info != nil && sum.Info.Frames > 0; !counted && breaksOff(clip) {
		return audio.Clip{}, c.brokenOff()
	}
	return clip, nil
}
