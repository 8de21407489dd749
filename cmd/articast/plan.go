package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"articast/podcast"
	"articast/segment"
)

func planCommand() *cli.Command {
	return &cli.Command{
		Name:      "plan",
		Usage:     "show what will be said, in what role, and what is left out",
		ArgsUsage: "SOURCE",
		Description: `Prints the plan of an article without making a sound. A plan written with --json can be edited by hand and spoken
with articast render plan.json.

EXAMPLES:
   articast plan article.txt
   articast plan article.txt --json > plan.json

EXIT STATUS:
   0 done, 1 the article could not be read, 2 wrong usage`,
		Flags: append([]cli.Flag{
			jsonFlag(),
			&cli.BoolFlag{Name: "explain", Usage: "show each rule that left something out or changed how it is said"},
			&cli.BoolFlag{Name: "rules", Usage: "list the rules that can leave something out, for --keep and --drop"},
		}, articleFlags()...),
		Action: func(c *cli.Context) error {
			if c.Bool("rules") {
				return listRules(c)
			}
			source, err := oneSource(c)
			if err != nil {
				return err
			}
			articleOptions, err := articleOptionsOf(c)
			if err != nil {
				return err
			}
			return runPlan(c.Context, planOptions{
				source:  source,
				article: articleOptions,
				json:    c.Bool("json"),
				explain: c.Bool("explain"),
			}, c.App.Reader, c.App.Writer)
		},
	}
}

type planOptions struct {
	source  string
	article articleOptions
	json    bool
	explain bool
}

// listRules prints every rule with what it is for.
func listRules(c *cli.Context) error {
	if c.Args().Present() {
		return &usageError{msg: "plan --rules lists all rules, and takes no SOURCE", hint: "leave --rules away; articast plan SOURCE --explain tells which rules fired"}
	}
	table := tabwriter.NewWriter(c.App.Writer, 0, 0, 2, ' ', 0)
	for _, r := range segment.Rules() {
		drops := "leaves out"
		if r.Off {
			drops = "keeps, unless --drop"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.ID, drops, r.Doc)
	}
	return table.Flush()
}

// oneSource returns the command's only argument.
func oneSource(c *cli.Context) (string, error) {
	switch c.NArg() {
	case 1:
		return c.Args().First(), nil
	case 0:
		return "", &usageError{msg: c.Command.Name + " needs a SOURCE", hint: "SOURCE is a file, an address, or - for standard input"}
	}
	return "", &usageError{
		msg:  fmt.Sprintf("%s takes one SOURCE, but got %d", c.Command.Name, c.NArg()),
		hint: fmt.Sprintf("quote a name with spaces; here the second is %q", c.Args().Get(1)),
	}
}

func runPlan(ctx context.Context, o planOptions, in io.Reader, out io.Writer) error {
	plan, err := loadPlan(ctx, o.source, o.article, in)
	if err != nil {
		return err
	}
	if o.json {
		return plan.Write(out)
	}
	v := planView{plan: plan, explain: o.explain}
	_, err = io.WriteString(out, harmless(v.String()))
	return err
}

// planView is a plan as a table for people.
type planView struct {
	plan    *segment.Plan
	explain bool
}

func (v planView) String() string {
	var b strings.Builder
	v.header(&b)
	for _, s := range v.plan.Segments {
		v.segment(&b, s)
	}
	v.dropped(&b)
	return b.String()
}

func (v planView) header(b *strings.Builder) {
	p := v.plan
	fmt.Fprintf(b, "title      %s\n", p.Title)
	for _, row := range [][2]string{{"byline", p.Byline}, {"published", p.Published}, {"site", p.Site}, {"language", p.Lang}} {
		if row[1] != "" {
			fmt.Fprintf(b, "%-10s %s\n", row[0], row[1])
		}
	}
	fmt.Fprintf(b, "%-10s %s\n", "length", summarize(p))
}

// summarize says in a few words how much there is to hear.
func summarize(p *segment.Plan) string {
	return fmt.Sprintf("%s, %s, about %s", count(len(p.Segments), "segment"), count(characters(p), "character"), clock(new(podcast.Producer).Estimate(p)))
}

// characters counts what is said in a plan.
func characters(p *segment.Plan) int {
	n := 0
	for _, s := range p.Segments {
		n += utf8.RuneCountInString(s.Spoken)
	}
	return n
}

// clock shows a duration as a listener reads it: 3:07, 1:02:40.
func clock(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

func (v planView) segment(b *strings.Builder, s segment.Segment) {
	if s.Chapter != "" {
		fmt.Fprintf(b, "\n== %s\n", s.Chapter)
	}
	who := ""
	if s.Speaker != "" {
		who = "[" + s.Speaker + "] "
	}
	fmt.Fprintf(b, "%-6s %-10s %s%s\n", s.ID, s.Role, who, s.Spoken)
	if v.explain && s.Spoken != s.Text {
		fmt.Fprintf(b, "%-6s %-10s   <- %s\n", "", "", s.Text)
		for _, c := range s.Changes {
			fmt.Fprintf(b, "%-6s %-10s %-16s %s -> %s\n", "", "", c.Rule, shownChange(c.Text), shownChange(c.Spoken))
		}
	}
}

// shownChange shows the words of a change; of none it says so.
func shownChange(words string) string {
	if strings.TrimSpace(words) == "" {
		return "(nothing)"
	}
	return strings.Join(strings.Fields(words), " ")
}

func (v planView) dropped(b *strings.Builder) {
	if len(v.plan.Dropped) == 0 {
		return
	}
	b.WriteString("\nleft out:\n")
	width := 0
	for _, d := range v.plan.Dropped {
		width = max(width, len(d.Rule))
	}
	for _, d := range v.plan.Dropped {
		fmt.Fprintf(b, "%-*s  %s\n", width, d.Rule, v.shown(d.Text))
	}
}

// maxShownRunes is how much of a dropped text the table shows; --explain shows all of it.
const maxShownRunes = 100

func (v planView) shown(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > maxShownRunes && !v.explain {
		return string(runes[:maxShownRunes]) + "…"
	}
	return text
}
