package segment

import (
	"flag"
	"fmt"
	"go/format"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// The constants of learning, chosen by how lines of sites not learned from come out.
const (
	learnEpochs = 30
	learnRate   = 0.15
	learnL2     = 0.06 // the weight of the penalty for large weights
	learnLost   = 3    // what a paragraph costs that is taken for furniture, where another mistake costs 1
	learnPages  = 2    // the number of pages that must have a feature
	learnSeeds  = 3    // orders of the pages whose weights are averaged
	learnFolds  = 10
)

var (
	learnFrom  = flag.String("learn", "", "learn the weights of lines from the benchmark in `DIR`; print how they do, also on sites that they were not learned from")
	learnWrite = flag.Bool("learn-write", false, "write what was learned to line_weights.go")
	learnErrs  = flag.String("learn-errors", "", "write the mistakes on sites not learned from to `FILE`")
)

// TestLearnLines learns the weights of line_weights.go anew; it is skipped without -learn.
func TestLearnLines(t *testing.T) {
	if *learnFrom == "" {
		t.Skip("no -learn")
	}
	pages := readLearnPages(t, *learnFrom)
	errs := &strings.Builder{}
	other, same := tallies{}, tallies{}
	for fold := range uint32(learnFolds) {
		var rest, held []*learnPage
		for _, p := range pages {
			h := fnv.New32a()
			h.Write([]byte(p.site))
			if h.Sum32()>>4%learnFolds == fold {
				held = append(held, p)
			} else {
				rest = append(rest, p)
			}
		}
		learn(rest)
		for _, p := range held {
			other.add(p, errs)
		}
	}
	learn(pages)
	for _, p := range pages {
		same.add(p, nil)
	}
	t.Logf("sites not learned from:\n%s", other)
	t.Logf("sites learned from:\n%s", same)
	if *learnErrs != "" {
		if err := os.WriteFile(*learnErrs, []byte(errs.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if *learnWrite {
		writeWeights(t)
	}
}

// learn sets the package's weights to those learned from the pages.
func learn(pages []*learnPage) {
	sum := map[string][nLabels]float64{}
	var first [nLabels]float64
	var follow [nLabels][nLabels]float64
	for seed := range uint64(learnSeeds) {
		l := newLearner(pages)
		l.run(rand.New(rand.NewPCG(seed+1, 7)))
		for name, i := range l.index {
			row := sum[name]
			for k := range row {
				row[k] += l.weights[i][k].mean() / learnSeeds
			}
			sum[name] = row
		}
		for k := range first {
			first[k] += l.first[k].mean() / learnSeeds
			for j := range follow[k] {
				follow[k][j] += l.follow[k][j].mean() / learnSeeds
			}
		}
	}
	lineWeights = map[string][nLabels]int8{}
	for name, row := range sum {
		if r := rounded(row); r != ([nLabels]int8{}) {
			lineWeights[name] = r
		}
	}
	firstWeights = rounded(first)
	for k := range follow {
		followWeights[k] = rounded(follow[k])
	}
}

// rounded returns the weights as line_weights.go has them.
func rounded(row [nLabels]float64) (out [nLabels]int8) {
	for k, w := range row {
		out[k] = int8(max(-127, min(127, math.Round(w*weightUnit))))
	}
	return out
}

// weight is one weight under AdaGrad (Duchi, Hazan and Singer 2011), with its mean over the later epochs.
type weight struct{ w, squares, sum, n float64 }

func (w *weight) step(gradient float64) {
	gradient += learnL2 * w.w
	w.squares += gradient * gradient
	w.w -= learnRate * gradient / (math.Sqrt(w.squares) + 1e-6)
}

func (w *weight) note()         { w.sum, w.n = w.sum+w.w, w.n+1 }
func (w *weight) mean() float64 { return w.sum / max(1, w.n) }

// learner learns the weights of a conditional random field with a margin (softmax-margin: Gimpel and Smith 2010).
type learner struct {
	pages    []*learnPage
	features [][][]int // by page and line
	index    map[string]int
	weights  [][nLabels]weight
	first    [nLabels]weight
	follow   [nLabels][nLabels]weight
}

// newLearner numbers the features that enough pages have.
func newLearner(pages []*learnPage) *learner {
	l := &learner{pages: pages, index: map[string]int{}}
	count := map[string]int{}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, name := range slices.Concat(p.features...) {
			if !seen[name] {
				seen[name] = true
				if count[name]++; count[name] == learnPages {
					l.index[name] = len(l.index)
				}
			}
		}
	}
	l.weights = make([][nLabels]weight, len(l.index))
	for _, p := range pages {
		var lines [][]int
		for _, names := range p.features {
			var ids []int
			for _, name := range names {
				if id, ok := l.index[name]; ok {
					ids = append(ids, id)
				}
			}
			lines = append(lines, ids)
		}
		l.features = append(l.features, lines)
	}
	return l
}

// run learns from all pages in ever new orders.
func (l *learner) run(rng *rand.Rand) {
	for epoch := range learnEpochs {
		for _, i := range rng.Perm(len(l.pages)) {
			l.step(l.pages[i].gold, l.features[i])
		}
		if epoch < learnEpochs/2 {
			continue
		}
		for i := range l.weights {
			for k := range l.weights[i] {
				l.weights[i][k].note()
			}
		}
		for k := range l.first {
			l.first[k].note()
			for j := range l.follow[k] {
				l.follow[k][j].note()
			}
		}
	}
}

// mistakeCost is what it costs to take a line for what it is not.
func mistakeCost(gold, label lineLabel) float64 {
	switch {
	case gold == label:
		return 0
	case gold <= labelAfter && label <= labelAfter:
		return 0.2
	case label <= labelAfter && (gold == labelBody || gold == labelQuote || gold == labelHeading):
		return learnLost
	}
	return 1
}

// step learns from one page: it compares what the weights expect with what is right.
func (l *learner) step(gold []lineLabel, features [][]int) {
	scores := make([][nLabels]float64, len(features))
	for i, ids := range features {
		for k := range scores[i] {
			scores[i][k] = mistakeCost(gold[i], lineLabel(k))
			for _, id := range ids {
				scores[i][k] += l.weights[id][k].w
			}
		}
	}
	lines, pairs := l.expect(scores)
	sums := map[int]*[nLabels]float64{}
	for i, ids := range features {
		lines[i][gold[i]]--
		for _, id := range ids {
			if sums[id] == nil {
				sums[id] = new([nLabels]float64)
			}
			for k, g := range lines[i] {
				sums[id][k] += g
			}
		}
		if i > 0 {
			pairs[gold[i-1]][gold[i]]--
		}
	}
	for id, sum := range sums {
		for k, g := range sum {
			l.weights[id][k].step(g)
		}
	}
	for k := range l.first {
		l.first[k].step(lines[0][k])
		for j := range l.follow[k] {
			if follows(lineLabel(k), lineLabel(j)) {
				l.follow[k][j].step(pairs[k][j])
			}
		}
	}
}

// expect returns how likely each label of each line is, and the expected number of each pair (forward-backward).
func (l *learner) expect(scores [][nLabels]float64) (lines [][nLabels]float64, pairs [nLabels][nLabels]float64) {
	n := len(scores)
	ahead, behind := make([][nLabels]float64, n), make([][nLabels]float64, n)
	edge := func(k, j int) float64 {
		if !follows(lineLabel(k), lineLabel(j)) {
			return math.Inf(-1)
		}
		return l.follow[k][j].w
	}
	for k := range nLabels {
		ahead[0][k] = l.first[k].w + scores[0][k]
	}
	var sum [nLabels]float64
	for i := 1; i < n; i++ {
		for j := range ahead[i] {
			for k := range sum {
				sum[k] = ahead[i-1][k] + edge(k, j)
			}
			ahead[i][j] = logSum(sum) + scores[i][j]
		}
	}
	for i := n - 2; i >= 0; i-- {
		for k := range behind[i] {
			for j := range sum {
				sum[j] = edge(k, j) + scores[i+1][j] + behind[i+1][j]
			}
			behind[i][k] = logSum(sum)
		}
	}
	total := logSum(ahead[n-1])
	lines = make([][nLabels]float64, n)
	for i := range lines {
		for k := range lines[i] {
			lines[i][k] = math.Exp(ahead[i][k] + behind[i][k] - total)
			for j := 0; i > 0 && j < int(nLabels); j++ {
				pairs[j][k] += math.Exp(ahead[i-1][j] + edge(j, k) + scores[i][k] + behind[i][k] - total)
			}
		}
	}
	return lines, pairs
}

// logSum returns the logarithm of the sum of what the numbers are the logarithms of.
func logSum(logs [nLabels]float64) float64 {
	most, sum := slices.Max(logs[:]), 0.0
	for _, x := range logs {
		sum += math.Exp(x - most)
	}
	return most + math.Log(sum)
}

// writeWeights writes the package's weights to line_weights.go, below the comments that stand there.
func writeWeights(t *testing.T) {
	const file, mark = "line_weights.go", "\nvar firstWeights"
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	row := func(r [nLabels]int8) string {
		return "{" + strings.Trim(strings.ReplaceAll(fmt.Sprint(r), " ", ", "), "[]") + "}"
	}
	var b strings.Builder
	head, _, _ := strings.Cut(string(old), mark)
	fmt.Fprintf(&b, "%s%s = [nLabels]int8%s\n\n", head, mark, row(firstWeights))
	b.WriteString("// followWeights are for a label (the row) and the one that follows it (the column).\nvar followWeights = [nLabels][nLabels]int8{\n")
	for _, r := range followWeights {
		b.WriteString(row(r) + ",\n")
	}
	b.WriteString("}\n\n// lineWeights are for what is true of a line; the columns are before, inside, after, title, subtitle, byline, date, caption,\n// heading, body, quote.\nvar lineWeights = map[string][nLabels]int8{\n")
	names := []string{}
	for name := range lineWeights {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "%q: %s,\n", name, row(lineWeights[name]))
	}
	b.WriteString("}\n")
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, source, 0o666); err != nil {
		t.Fatal(err)
	}
}
