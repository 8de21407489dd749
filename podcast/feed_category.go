package podcast

import (
	"slices"
	"strings"
)

// appleCategories is the list of Apple (https://podcasters.apple.com/support/1691-apple-podcasts-categories), which the other
// directories have taken over. One that is not in it is passed over by them.
var appleCategories = []struct {
	name string
	sub  []string
}{
	{"Arts", []string{"Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"}},
	{"Business", []string{"Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"}},
	{"Comedy", []string{"Comedy Interviews", "Improv", "Stand-Up"}},
	{"Education", []string{"Courses", "How To", "Language Learning", "Self-Improvement"}},
	{"Fiction", []string{"Comedy Fiction", "Drama", "Science Fiction"}},
	{"Government", nil},
	{"Health & Fitness", []string{"Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"}},
	{"History", nil},
	{"Kids & Family", []string{"Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"}},
	{"Leisure", []string{"Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"}},
	{"Music", []string{"Music Commentary", "Music History", "Music Interviews"}},
	{"News", []string{"Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News"}},
	{"Religion & Spirituality", []string{"Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"}},
	{"Science", []string{"Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature", "Physics", "Social Sciences"}},
	{"Society & Culture", []string{"Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"}},
	{"Sports", []string{
		"Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling",
	}},
	{"Technology", nil},
	{"True Crime", nil},
	{"TV & Film", []string{"After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"}},
}

// categoryMark stands between a category and its subcategory.
const categoryMark = " > "

// Categories lists the categories that podcast directories know, as a Feed takes them: "News", "News > Tech News".
func Categories() []string {
	var list []string
	for _, c := range appleCategories {
		list = append(list, c.name)
		for _, sub := range c.sub {
			list = append(list, c.name+categoryMark+sub)
		}
	}
	return list
}

// CategoryOf finds the one of Categories that is meant by a name, in whatever case and with whatever spaces around its ">"; a
// subcategory may stand alone. It returns "" where there is none.
func CategoryOf(name string) string {
	parts := strings.Split(name, strings.TrimSpace(categoryMark))
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	name = strings.Join(parts, categoryMark)
	list := Categories()
	i := slices.IndexFunc(list, func(c string) bool { return strings.EqualFold(c, name) })
	if i < 0 {
		i = slices.IndexFunc(list, func(c string) bool {
			_, sub, _ := strings.Cut(c, categoryMark)
			return strings.EqualFold(sub, name) && sub != ""
		})
	}
	if i < 0 {
		return ""
	}
	return list[i]
}
