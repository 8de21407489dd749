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
	"sync"
	"testing"
)

// The constants of learning, chosen by how lines of sites not learned from come out.
const (
	learnEpochs = 20
	learnRate   = 0.15
	learnL2     = 0.06 // the weight of the penalty for large weights
	learnLost   = 3    // what a paragraph costs that is taken for furniture, where another mistake costs 1
	learnPages  = 2    // the number of pages that must have a feature
	learnMarked = 0.4  // what a page counts whose labels are those of its markup
	learnSeeds  = 3    // orders of the pages whose weights are averaged
	learnFolds  = 10
)

var (
	learnFrom  = flag.String("learn", "", "learn the weights of lines from the benchmark in `DIR`; print how they do, also on sites that they were not learned from")
	learnWrite = flag.Bool("learn-write", false, "write what was learned to line_weights.go")
	learnErrs  = flag.String("learn-errors", "", "write the mistakes on sites not learned from to `FILE`")
	learnParts = flag.Int("learn-partitions", 1, "divide the sites into folds in `N` ways")
)

// TestLearnLines learns the weights of line_weights.go anew; it is skipped without -learn.
func TestLearnLines(t *testing.T) {
	if *learnFrom == "" {
		t.Skip("no -learn")
	}
	pages := readLearnPages(t, *learnFrom)
	errs := &strings.Builder{}
	other, same := tallies{}, tallies{}
	for fold := range *learnParts * learnFolds {
		var rest, held []*learnPage
		for _, p := range pages {
			if p.fold(fold/learnFolds) == fold%learnFolds {
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

// fold returns the fold of the page's site in a partition of the sites.
func (p *learnPage) fold(partition int) int {
	h := fnv.New32a()
	h.Write([]byte(strings.Repeat(" ", partition) + p.site))
	return int(h.Sum32() >> 4 % learnFolds)
}

// learn sets the package's weights to those learned from the pages.
func learn(pages []*learnPage) {
	var learners [learnSeeds]*learner
	var running sync.WaitGroup
	for seed := range learners {
		running.Go(func() {
			learners[seed] = newLearner(pages)
			learners[seed].run(rand.New(rand.NewPCG(uint64(seed)+1, 7)))
		})
	}
	running.Wait()
	sum := map[string][nLabels]float64{}
	var first [nLabels]float64
	var follow [nLabels][nLabels]float64
	for _, l := range learners {
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
	now      [][nLabels]float64 // the weights alone
	sums     [][nLabels]float64 // of the gradients of one page
	seen     []bool             // the features that it has
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
	l.weights, l.now = make([][nLabels]weight, len(l.index)), make([][nLabels]float64, len(l.index))
	l.sums, l.seen = make([][nLabels]float64, len(l.index)), make([]bool, len(l.index))
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
			l.step(l.pages[i], l.features[i])
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
func (l *learner) step(p *learnPage, features [][]int) {
	scores := make([][nLabels]float64, len(features))
	for i, ids := range features {
		score := &scores[i]
		for k := range score {
			score[k] = mistakeCost(p.gold[i], lineLabel(k))
		}
		for _, id := range ids {
			for k, w := range &l.now[id] {
				score[k] += w
			}
		}
	}
	lines, pairs := l.expect(scores)
	var touched []int
	for i, ids := range features {
		lines[i][p.gold[i]]--
		for _, id := range ids {
			if !l.seen[id] {
				l.seen[id], touched = true, append(touched, id)
			}
			sum := &l.sums[id]
			for k, g := range &lines[i] {
				sum[k] += g
			}
		}
		if i > 0 {
			pairs[p.gold[i-1]][p.gold[i]]--
		}
	}
	share := 1.0
	if p.set == markedSet {
		share = learnMarked
	}
	for _, id := range touched {
		for k, g := range l.sums[id] {
			l.weights[id][k].step(share * g)
			l.now[id][k] = l.weights[id][k].w
		}
		l.sums[id], l.seen[id] = [nLabels]float64{}, false
	}
	for k := range l.first {
		l.first[k].step(share * lines[0][k])
		for j := range l.follow[k] {
			if follows(lineLabel(k), lineLabel(j)) {
				l.follow[k][j].step(share * pairs[k][j])
			}
		}
	}
}

// expect returns how likely each label of each line is, and the expected number of each pair (forward-backward, scaled at
// each line).
func (l *learner) expect(scores [][nLabels]float64) (lines [][nLabels]float64, pairs [nLabels][nLabels]float64) {
	n := len(scores)
	lines = make([][nLabels]float64, n)
	ahead, here, scale := make([][nLabels]float64, n), make([][nLabels]float64, n), make([]float64, n)
	var edge [nLabels][nLabels]float64
	for k := range edge {
		for j := range edge[k] {
			if follows(lineLabel(k), lineLabel(j)) {
				edge[k][j] = math.Exp(l.follow[k][j].w)
			}
		}
	}
	for i := range scores {
		most := slices.Max(scores[i][:])
		for j, s := range scores[i] {
			here[i][j] = math.Exp(s - most)
			if i == 0 {
				ahead[i][j] = math.Exp(l.first[j].w) * here[i][j]
			} else {
				for k, a := range ahead[i-1] {
					ahead[i][j] += a * edge[k][j]
				}
				ahead[i][j] *= here[i][j]
			}
			scale[i] += ahead[i][j]
		}
		for j := range ahead[i] {
			ahead[i][j] /= scale[i]
		}
	}
	lines[n-1] = ahead[n-1]
	var behind [nLabels]float64
	for j := range behind {
		behind[j] = 1
	}
	for i := n - 1; i > 0; i-- {
		var before [nLabels]float64
		for j := range behind {
			b := here[i][j] * behind[j] / scale[i]
			for k := range before {
				before[k] += edge[k][j] * b
				pairs[k][j] += ahead[i-1][k] * edge[k][j] * b
			}
		}
		behind = before
		for k := range behind {
			lines[i-1][k] = ahead[i-1][k] * behind[k]
		}
	}
	return lines, pairs
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
