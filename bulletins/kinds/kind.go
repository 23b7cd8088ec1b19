package kinds

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/themes"
)

// Kind is a kind of document. All but the name may be left out.
type Kind struct {
	Name  string
	Group Group
	// Languages are those in which it exists; nil: in all.
	Languages []string
	// Theme is the house style of a document that names none; "": that of its language.
	Theme string
	// Form is the key that says in which form it is printed; a theme may have a layer for
	// each: poster-A3. "": there is one form.
	Form string
	// Fields are the front matter keys that a form offers for it, in order.
	Fields []string
	// Own are keys that the common ones lack; kinds may share one if they agree on it.
	Own map[string]bulletins.Field

	// needs are the keys that it can hardly do without, besides those that its check asks for.
	needs []string
	// shaped says that the lines of its title make a trapezium or a lozenge.
	shaped bool
	// untitled says that it needs no title.
	untitled bool

	// lists are the sorts of lists that its tables may be.
	lists []*list
	// listed says that a document of it holds such a list.
	listed bool
	// part makes what stands for a list's table; nil: the table and what it adds up to.
	part func(m *maker, t *layout.Table, r *roll) []layout.Block

	head   func(a *article) []layout.Block     // before the text, with the title
	middle func(a *article) []layout.Block     // after its opening: before the first heading or block
	close  func(a *article) []layout.Block     // after it, before the attachments
	tail   func(a *article) []layout.Block     // after the attachments
	place  func(a *article, flow *layout.Flow) // sets what has a place of its own on the sheet

	// recast returns the document that is set in place of the one that was written.
	// TopBlocks that stay the same are the same pointers.
	recast func(doc *bulletins.Document) *bulletins.Document
	// check looks at the front matter, whenever that has changed; review at the text,
	// whenever anything has, so it has to be quick.
	check  func(meta *bulletins.Meta, report func(bulletins.Diagnostic))
	review func(doc *bulletins.Document, report func(bulletins.Diagnostic))
}

// Group is what kinds are offered together under.
type Group string

const (
	General    Group = "general"
	Official   Group = "official" // notices, meetings
	Warning    Group = "warning"  // warning education
	Records    Group = "records"  // lists and ledgers
	Display    Group = "display"  // Safety 365, posters
	English    Group = "english"
	Indonesian Group = "indonesian"
)

// Title is the group's name for people.
func (g Group) Title(lang string) string { return assets.Phrase(lang, "kind-group-"+string(g)) }

// all is the table of kinds; the first is the default. It is filled at run time, for
// a kind may lead back to it: a document can hold others.
var all []*Kind

func init() {
	all = []*Kind{
		&bulletin,

		// Official documents and meetings.
		&official, &letter, &order, &minutes, &meetingNotice, &meetingNews, &brief, &circular, &warningLetter, &summonsNotice,
		&routingSlip, &activityPlan, &goodPractice, &nameCard,

		// Warning education.
		&caseBulletin, &safetyReminder, &warning, &openLetter, &appeal,
		&firstLesson, &lesson, &trainingCard, &quiz, &signIn, &certificate,

		// Safety 365 and display.
		&safety365, &poster,

		// Lists and records.
		&checklist, &inspectionRecord, &problemList, &responsibilityList, &rectificationLedger, &riskRegister, &enterpriseFile,

		// English and Indonesian kinds.
		&safetyAlert, &safetyNotice, &safetyFlash, &toolboxTalk,
		&suratUndangan, &suratEdaran, &notula, &buletinK3, &safetyTalk,
	}
}

// Names lists the kinds, the default first.
func Names() []string {
	var out []string
	for _, k := range all {
		out = append(out, k.Name)
	}
	return out
}

// languages are those in which the kind exists.
func (k *Kind) languages() []string {
	if k.Languages == nil {
		return assets.Languages
	}
	return k.Languages
}

// In reports whether the kind exists in a language.
func (k *Kind) In(lang string) bool {
	return slices.Contains(k.languages(), assets.Closest(lang))
}

// Layers are the names under which a theme may say more about a document: its kind, and
// that with its form.
func Layers(meta *bulletins.Meta) []string {
	name := meta.Text("kind")
	k, ok := Lookup(name)
	if !ok {
		return nil
	}
	out := []string{name}
	if form := meta.Text(k.Form); k.Form != "" && form != "" {
		out = append(out, name+"-"+form)
	}
	return out
}

// ThemeFor is the house style of a document of a kind and language that names none.
// A kind that is not known has that of its language.
func ThemeFor(kind, lang string) string {
	if k, ok := Lookup(kind); ok && k.Theme != "" {
		return k.Theme
	}
	if lang == "zh" || strings.HasPrefix(lang, "zh-") {
		return themes.Default
	}
	return "plain"
}

// Lookup finds a kind by its name.
func Lookup(name string) (*Kind, bool) {
	i := slices.IndexFunc(all, func(k *Kind) bool { return k.Name == name })
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// Title is the kind's name for people.
func (k *Kind) Title(lang string) string { return assets.Phrase(lang, "kind-"+k.Name) }

// Description says in a line what the kind is for.
func (k *Kind) Description(lang string) string {
	return assets.Phrase(lang, "kind-"+k.Name+"-description")
}

//go:embed starters/*.md
var starters embed.FS

// Starter returns the text that a new document of a kind begins with.
func Starter(kind, lang string) (string, error) {
	k, ok := Lookup(kind)
	if !ok {
		return "", fmt.Errorf("kinds: no kind %q; there are %s", kind, strings.Join(Names(), ", "))
	}
	known := assets.Closest(lang)
	if languages := k.languages(); !slices.Contains(languages, known) {
		return "", fmt.Errorf("kinds: no starter in %q; there are %s", lang, strings.Join(languages, ", "))
	}
	data, err := starters.ReadFile("starters/" + kind + "." + known + ".md")
	return string(data), err
}
