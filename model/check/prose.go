package check

import (
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/model/facts"
)

// paragraph is a paragraph, or a sub-heading, as it prints, with the way back to
// where it was typed.
type paragraph struct {
	*reading
	section model.SectionID
	block   int
	heading bool
	start   int   // of its first character in the block's text
	back    []int // printed character → typed one; nil when they are the same
}

// reading is what is known of a paragraph's words alone, each thing worked out
// when it is first asked for. It is kept while the paragraph stays as it is.
type reading struct {
	text     string
	length   int // in characters
	facts    *facts.Text
	profile  compare.Profile
	claims   map[[2]topic]claims // by what was spoken of before, and in the heading
	slips    map[string][]slip   // by rule
	problems *inFifth            // what it says as one of section five
	sum      string              // stands for the text in a witness
	like     *likeness           // to last year's
}

func (r *reading) read() *facts.Text {
	if r.facts == nil {
		r.facts = facts.Read(r.text)
	}
	return r.facts
}

func (r *reading) profiled() compare.Profile {
	if r.profile == nil {
		r.profile = compare.NewProfile(r.text)
	}
	return r.profile
}

func (r *reading) summed() string {
	if r.sum == "" {
		h := fnv.New64a()
		h.Write([]byte(r.text)) // never fails
		r.sum = strconv.FormatUint(h.Sum64(), 16)
	}
	return r.sum
}

// begin prepares a run: it reads what has not been read before and forgets what
// is not there any more.
func (k *Checker) begin(r, previous *model.Report) *checker {
	known := k.readings
	if k.previous != previous || k.agency.Name != r.Agency.Name || k.agency.Short != r.Agency.Short {
		known = nil
	}
	k.readings = make(map[string]*reading, len(known))
	k.previous, k.agency = previous, r.Agency
	c := &checker{report: r, last: previous, edition: r.Edition(), counted: map[model.Address]cellCount{}, prints: k.prints}
	if k.form != c.edition || k.year != r.Year {
		k.form, k.year, k.rules = c.edition, r.Year, rulesFor(r.Year, c.edition)
	}
	c.paragraphs = k.paragraphs(r, known)
	c.claim()
	if previous != nil {
		c.before = k.paragraphs(previous, known)
	}
	return c
}

func (k *Checker) paragraphs(r *model.Report, known map[string]*reading) []paragraph {
	var all []paragraph
	add := func(p paragraph, typed string) *reading {
		text := typed
		if strings.Contains(typed, "{") {
			text, p.back = printed(r, typed)
		}
		if p.reading = k.readings[text]; p.reading == nil {
			if p.reading = known[text]; p.reading == nil {
				p.reading = &reading{text: text, length: utf8.RuneCountInString(text)}
			}
			k.readings[text] = p.reading
		}
		all = append(all, p)
		return p.reading
	}
	for _, s := range r.Edition().Prose() {
		for i, b := range r.Narrative[s.ID] {
			p := paragraph{section: s.ID, block: i}
			if b.Heading != "" {
				p.heading = true
				add(p, b.Heading)
				p.heading = false
			}
			for line := range strings.SplitSeq(b.Text, "\n") {
				for stretch := range stretches(line) {
					typed := strings.TrimSpace(stretch)
					length := -1
					if typed != "" {
						indent := len(stretch) - len(strings.TrimLeftFunc(stretch, unicode.IsSpace))
						first := p
						first.start += utf8.RuneCountInString(stretch[:indent])
						if known := add(first, typed); known.text == stretch {
							length = known.length
						}
					}
					if length < 0 {
						length = utf8.RuneCountInString(stretch)
					}
					p.start += length
				}
				p.start++ // the line end
			}
		}
	}
	return all
}

// printed is the paragraph with its placeholders replaced, and for each of its
// characters, and the end, where it was typed.
func printed(r *model.Report, typed string) (text string, back []int) {
	var b strings.Builder
	place := 0
	for _, p := range r.Pieces(typed) {
		b.WriteString(p.Text)
		step := 0
		if p.Text == p.Typed {
			step = 1
		}
		for i := range utf8.RuneCountInString(p.Text) {
			back = append(back, place+i*step)
		}
		place += utf8.RuneCountInString(p.Typed)
	}
	return b.String(), append(back, place)
}

// place is where a stretch of the paragraph was typed.
func (p paragraph) place(s facts.Span) *Place {
	if p.back != nil {
		s.Start, s.End = p.back[min(s.Start, len(p.back)-1)], p.back[min(s.End, len(p.back)-1)]
	}
	return &Place{Block: p.block, Start: p.start + s.Start, End: p.start + s.End, Heading: p.heading}
}

// whole is the stretch that is all of the paragraph.
func (p paragraph) whole() facts.Span {
	return facts.Span{End: p.length}
}

// words are the words of a stretch.
func (p paragraph) words(s facts.Span) string { return string([]rune(p.text)[s.Start:s.End]) }

// at is a finding about a stretch of a paragraph.
func (p paragraph) at(s facts.Span) Finding {
	return Finding{Section: p.section, Place: p.place(s), passage: p.summed()}
}

// part lists the paragraphs of a section, sub-headings among them.
func (c *checker) part(id model.SectionID) []paragraph {
	var all []paragraph
	for _, p := range c.paragraphs {
		if p.section == id {
			all = append(all, p)
		}
	}
	return all
}

// partText is all prose of a section in one string, a line each.
func (c *checker) partText(id model.SectionID) string {
	var b strings.Builder
	for _, p := range c.part(id) {
		b.WriteString(p.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// partName is how messages name a section.
func (c *checker) partName(id model.SectionID) string {
	s, _ := c.edition.Section(id)
	return s.Short
}

// slip is something about a paragraph's wording alone.
type slip struct {
	facts.Span
	variant string
	words   string // what was found, the finding's left side
	right   string
	values  []any // for the wording
}

// wording makes a rule of a look at one paragraph: each slip is a finding. What
// was seen is kept with the paragraph.
func wording(look func(*reading) []slip) func(*checker) {
	return func(c *checker) {
		for _, p := range c.paragraphs {
			for _, s := range p.seen(c.rule.id, look) {
				f := p.at(s.Span)
				f.Left, f.Right = s.words, s.right
				c.find(f, s.variant, append([]any{c.partName(p.section)}, s.values...)...)
			}
		}
	}
}

// wordingOnce is wording, with one finding for each variant: at the first place,
// saying how many there are.
func wordingOnce(look func(*reading) []slip) func(*checker) {
	return func(c *checker) {
		type first struct {
			at   paragraph
			slip slip
			n    int
		}
		var variants []*first
		found := map[string]*first{}
		for _, p := range c.paragraphs {
			for _, s := range p.seen(c.rule.id, look) {
				if found[s.variant] == nil {
					found[s.variant] = &first{at: p, slip: s}
					variants = append(variants, found[s.variant])
				}
				found[s.variant].n++
			}
		}
		for _, v := range variants {
			f := v.at.at(v.slip.Span)
			f.Left, f.Right = v.slip.words, v.slip.right
			c.find(f, v.slip.variant, append([]any{c.partName(v.at.section), v.n}, v.slip.values...)...)
		}
	}
}

// maxSlips is how many slips of one kind are told of in one paragraph: a pasted
// table of dots must not bury everything else.
const maxSlips = 20

func (r *reading) seen(rule string, look func(*reading) []slip) []slip {
	all, done := r.slips[rule]
	if !done {
		if r.slips == nil {
			r.slips = map[string][]slip{}
		}
		all = look(r)
		all = all[:min(len(all), maxSlips)]
		r.slips[rule] = all
	}
	return all
}

// places lists where the words stand in the text, in characters.
func places(text, words string) []facts.Span {
	var all []facts.Span
	from, length := 0, utf8.RuneCountInString(words)
	for {
		i := strings.Index(text, words)
		if i < 0 {
			return all
		}
		from += utf8.RuneCountInString(text[:i])
		all = append(all, facts.Span{Start: from, End: from + length})
		from += length
		text = text[i+len(words):]
	}
}

// mentions reports whether the text has one of the words.
func mentions(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
