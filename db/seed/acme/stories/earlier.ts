import type { StorySeed } from "#db/seed/types.ts";

/** What was published in the weeks before; most of it is still worth sharing. */
export const earlierStories: StorySeed[] = [
  {
    key: "night-shift",
    title: "What the night shift does when nothing happens",
    summary:
      "From eleven to seven Siobhán Kelly watches four towns sleep. A conversation about quiet alarms, good tea and the one lamp that nobody may switch off.",
    body: `How do you know that a night is going well?

I get bored around three. That is the sign. If I am not bored by three, something is about to ask for me.

What do you look at?

At the differences. The screens show me where each town should be and where it is. As long as the two lines walk together like an old couple, I leave them alone. When one of them steps aside I want to know why before it knows itself.

Do the alarms wake you?

Nobody sleeps here. But you are right that most alarms are made for people who do. Ours used to scream about everything, a door, a filter, a fan. Last year we sat down and asked of each one: who would get up for this? If the answer was nobody, we made it a line in the morning report. Four hundred and eleven alarms became twenty-six.

And the lamp?

There is a small lamp over the telephone. It belonged to the first plant, in the cellar of the school. When it flickers the line is alive. It has no function any more. You may still not switch it off.`,
    image: "control-room",
    topics: ["How heat works", "Life on site"],
    author: "ines",
    reviewer: "aoife",
    life: { is: "live", since: 13, time: "09:15" },
    pull: 1.4,
    captions: [
      {
        network: "linkedin",
        text: "Four hundred and eleven alarms became twenty-six, because somebody asked of each one: who would get up for this?\n\nA conversation with our night shift.",
      },
      { network: "x", text: "411 alarms became 26. The question that did it: who would get up for this?" },
      { text: "“I get bored around three. That is the sign.” A night in the control room." },
    ],
    voices: [
      { by: "siobhan", text: "They asked me what I do all night. I answered honestly and they printed it." },
      "The question about alarms would do most software teams good, too.",
      "“Like an old couple.” I will never look at that chart in the same way again.",
      "The lamp is real. Do not touch the lamp.",
      "Boredom as a sign of quality. I have been saying this for years.",
    ],
  },
  {
    key: "greenhouse",
    title: "Tomatoes in January, and nobody burned anything",
    summary:
      "A grower near Venlo heats three hectares with water from an old mine. The numbers, and the tomatoes.",
    url: "https://journal.acme.test/towns/mine-water-tomatoes",
    siteName: "Acme Journal",
    image: "greenhouse",
    topics: ["Towns we heat", "Rivers and water"],
    author: "jonas",
    reviewer: "ines",
    life: { is: "live", since: 16, time: "08:45" },
    pull: 1.5,
    captions: [
      {
        network: "linkedin",
        text: "The mine closed in 1971 and filled with water that never gets cold. Today it grows tomatoes in January. All figures in the article, including the one that disappointed us.",
      },
      { network: "x", text: "An old coal mine, warm water, and tomatoes in January." },
      { text: "Nothing was burned for these tomatoes. A short story about a mine that changed sides." },
      {
        language: "es",
        network: "linkedin",
        text: "La mina cerró en 1971 y se llenó de agua que nunca se enfría. Hoy da tomates en enero.",
      },
    ],
    voices: [
      "My grandfather worked in that mine. He would have laughed, and then asked for a tomato.",
      "The disappointing number is in the third paragraph, and I am glad we left it in.",
      "I tasted them. They taste of tomato, in January, in Limburg.",
      "From coal to tomatoes in fifty years. I find that hopeful.",
    ],
  },
  {
    key: "the-bill",
    title: "One family's heating bill, line by line",
    summary:
      "The Jansens let us publish all of it: what went down, what went up, and the line nobody could explain.",
    url: "https://journal.acme.test/prices/line-by-line",
    siteName: "Acme Journal",
    image: "coins",
    topics: ["Policy and prices"],
    author: "aoife",
    reviewer: "jonas",
    earlier: {
      by: "ines",
      reason: "The saving is for one year only. Please say so in the summary, not in a footnote.",
    },
    life: { is: "live", since: 18, time: "10:00" },
    pull: 1.6,
    captions: [
      {
        network: "linkedin",
        text: "A real bill, line by line, with the family's consent. One line went up. One line nobody could explain at first, and we followed it until somebody could.",
      },
      { network: "x", text: "A real heating bill, all lines shown. Including the one that went up." },
      { text: "What does it cost? Here is one family's whole answer." },
    ],
    voices: [
      "I get asked about prices every day. From today I answer with the Jansens.",
      "The unexplained line turned out to be a meter rental from 1994. Nineteen euros a year, for a meter that is in a museum.",
      "It takes some courage to print the line that went up.",
      "Economists, look away. Everybody else, this is how a bill should be written.",
    ],
  },
  {
    key: "lunch",
    title: "Lunch at one: thirty people, eleven languages, one very long table",
    summary:
      "Every Thursday whoever is in Enschede cooks for whoever is in Enschede. Kenji stood on a chair.",
    image: "table",
    topics: ["Life on site", "Careers"],
    author: "kenji",
    reviewer: "jonas",
    life: { is: "live", since: 20, time: "14:10" },
    captions: [
      { network: "linkedin", text: "The best meeting of our week has no agenda and a lot of lentils." },
      { network: "x", text: "Thursday, one o'clock, thirty people, one table." },
      { text: "Whoever is in the building cooks for whoever is in the building. That is the whole rule." },
    ],
    voices: [
      { by: "bram", text: "I bought that table for six people. Then I bought it four more times." },
      "I have been here three weeks and cooked for thirty. It was too salty. They finished it.",
      "Half of what I know about compressors I learned over soup.",
      "The hand on the bread is mine.",
    ],
  },
  {
    key: "street",
    title: "Forty metres a day: how to dig up a street and stay friends",
    summary:
      "A foreman's rules: never leave a hole over the weekend, know the names of the dogs, and carry the shopping.",
    body: `Seán Gallagher has opened two hundred and six streets and closed two hundred and six. He keeps the list in a school exercise book, with a note beside each.

Forty metres is what his crew digs, lays, tests and closes in a day. It could be sixty. "Sixty means a hole in front of somebody's door tonight," he says. "So it is forty."

His rules, as he gave them to us, standing in the rain on the Haaksbergerstraat:

Knock before the digger does. Not a letter, a knock.

Never leave a hole over a weekend. People forgive a Tuesday.

Know the dogs. A dog that knows you tells the street that you are all right.

If somebody comes home with shopping, you stop and carry it over the plank. The machine can wait. It has nobody at home.

When you close the street, close it better than you found it. Somebody will look at your forty metres for sixty years and think of you, or not think of you, which is better.

Beside the Haaksbergerstraat, in the exercise book, he has written: "Nr. 14 soup. Nr. 31 also soup."`,
    image: "street-cut",
    topics: ["Life on site", "Towns we heat"],
    author: "aoife",
    reviewer: "ines",
    suggestedBy: "ilse",
    suggestionNote:
      "I inspected Seán's site and spent an hour just listening. Somebody should write down his rules before he retires.",
    life: { is: "live", since: 22, time: "09:20" },
    pull: 2,
    captions: [
      {
        network: "linkedin",
        text: "“If somebody comes home with shopping, you stop and carry it over the plank. The machine can wait. It has nobody at home.”\n\nA foreman's rules for digging up a street.",
      },
      {
        network: "x",
        text: "Knock before the digger does. Know the dogs. Carry the shopping. A foreman's rules.",
      },
      { text: "206 streets opened, 206 closed. The rules of a man in the rain." },
    ],
    voices: [
      { by: "sean", text: "They have left out the rule about biscuits, but the rest is right." },
      "I have carried shopping over that plank. Nr. 14 really does bring soup.",
      "This is the best text on project management that I have read this year.",
      "“People forgive a Tuesday.” I will have that on a mug.",
      "Forty instead of sixty. That is what a decision for people looks like on a site plan.",
    ],
  },
  {
    key: "data-centre",
    title: "Eight hundred metres: a data centre and the pool that needed it",
    summary:
      "A short technical note for partners: temperatures, contracts, and who pays when the servers move out.",
    url: "https://engineering.acme.test/notes/data-centre-heat",
    siteName: "Acme Engineering Notes",
    image: "data-centre",
    topics: ["How heat works", "Policy and prices"],
    teams: ["Towns and partners", "Controls and software", "Heat engineering"],
    author: "jonas",
    reviewer: "aoife",
    life: { is: "live", since: 24, time: "11:00" },
    captions: [
      {
        network: "linkedin",
        text: "What happens to a town's heat when the servers move out? We think that question belongs on page one of the contract, and here is ours.",
      },
      { text: "The contract behind a warm swimming pool, explained without a lawyer in the room." },
    ],
    voices: [
      { by: "ravi", text: "I negotiated this one. Page one took longer than the other forty together." },
      "For everyone who runs a server room: you are a heating plant, you only do not know it yet.",
      "The temperature table alone saves you a consultant.",
    ],
  },
  {
    key: "windows",
    title: "Which flat gets cold first? The building knows",
    summary: "Forty cheap sensors, one winter, and a staircase that turned out to be a chimney.",
    url: "https://engineering.acme.test/notes/forty-sensors",
    siteName: "Acme Engineering Notes",
    image: "windows",
    topics: ["Research", "Towns we heat"],
    author: "kenji",
    reviewer: "aoife",
    suggestedBy: "anais",
    suggestionNote: "We have the data of a whole winter and a nice surprise in it. I can make the charts.",
    life: { is: "live", since: 26, time: "13:40" },
    pull: 1.1,
    captions: [
      {
        network: "linkedin",
        text: "We asked a building where it was cold. It answered with a staircase: four floors of warm air, gone through a gap under the roof as wide as a hand.",
      },
      { network: "x", text: "40 sensors, 1 winter, and a staircase that was really a chimney." },
      {
        text: "The cheapest repair of the year was a strip of felt. How forty sensors found where it had to go.",
      },
    ],
    voices: [
      { by: "anais", text: "My charts, my staircase, my favourite piece of felt." },
      "Nobody had looked up in that staircase for thirty years.",
      "Data does not save energy. Felt does. But the data knew where.",
      "I like that the answer was not a bigger heat pump.",
    ],
  },
  {
    key: "lake",
    title: "Wärme aus dem See unter dem Eis",
    summary:
      "Am Grund hat der Hallsee auch im Jänner vier Grad. Das genügt für ein Dorf, eine Schule und das Gasthaus. Ein Besuch.",
    url: "https://journal.acme.test/de/hallsee",
    siteName: "Acme Journal",
    language: "de",
    image: "snow-village",
    topics: ["Towns we heat", "Rivers and water"],
    campaign: "open-doors",
    author: "ines",
    reviewer: "jonas",
    suggestedBy: "matthias",
    suggestionNote:
      "For our Austrian towns we have too little in German. The innkeeper would talk to us for a week.",
    life: { is: "live", since: 28, time: "08:30" },
    pull: 1.2,
    captions: [
      {
        network: "linkedin",
        language: "de",
        text: "Vier Grad am Grund, dreißig Zentimeter Eis darüber, und im Gasthaus ist es warm. Wie das geht, erklärt der Wirt besser als jeder Prospekt.",
      },
      {
        network: "x",
        language: "de",
        text: "Vier Grad unter dem Eis reichen für ein ganzes Dorf. Ein Besuch am Hallsee.",
      },
      { text: "Four degrees under thirty centimetres of ice is enough for a village. A visit, in German." },
    ],
    voices: [
      {
        by: "matthias",
        text: "Der Wirt hat mich beim ersten Besuch ausgelacht. Beim zweiten hat er mir einen Schnaps hingestellt.",
      },
      "Vier Grad klingt nach nichts. Vier Grad sind ein warmes Dorf.",
      "I do not speak German, but I helped to build the thing in the picture.",
      "Wer wissen will, was wir eigentlich tun: bitte hier entlang.",
    ],
  },
  {
    key: "layers",
    title: "Why hot water refuses to mix, and why we are glad it does",
    summary:
      "Inside a full tank there is a line as sharp as the edge of a table. Everything we do protects that line.",
    body: `Take a tall glass. Pour in cold water, then, very slowly, over the back of a spoon, hot water coloured with tea. If your hand is calm the tea stays on top. You can drink your coffee, come back, and it is still there.

A thermal store is that glass, twenty-six metres high.

At the top it is ninety degrees, at the bottom forty, and between the two lies a layer that is not much thicker than a mattress. Above it every litre is worth something. Below it every litre has been used. The line moves down when we fill the store and up when the town draws on it, but it stays a line. We have watched one for nine days.

What destroys it is haste. Let water in too fast and it stirs. So our inlets are not pipes but plates, wide as a dance floor, and the water leaves them at the speed of a tired snail. It is the least spectacular part that we make. Visitors never ask about it.

A store whose line has gone is a very large pot of lukewarm water. It holds exactly as much energy as before. Nobody can be warmed with it. We think about that sentence more often than it deserves.`,
    image: "rings",
    topics: ["How heat works", "Research"],
    campaign: "open-doors",
    author: "aoife",
    reviewer: "ines",
    life: { is: "live", since: 31, time: "09:50" },
    pull: 1.3,
    captions: [
      {
        network: "linkedin",
        text: "A full tank has a line in it as sharp as the edge of a table. Lose the line and you have the same energy, and nobody can be warmed with it.",
      },
      { network: "x", text: "Tea, a spoon and a calm hand: the whole secret of a 26-metre heat store." },
      { text: "Try this with a glass of tea. Then imagine it twenty-six metres high." },
    ],
    voices: [
      {
        by: "mei",
        text: "I have spent eleven years on that line. It is about as thick as a mattress, and it is beautiful.",
      },
      "My children now do this at every breakfast. There is tea everywhere.",
      "“The same energy, and nobody can be warmed with it” also describes some meetings.",
      "The plates are my design. Thank you for calling them the least spectacular part.",
    ],
  },
  {
    key: "gardeners",
    title: "The gardeners wanted it green",
    summary: "Six pictures of a steel tank and its neighbours, from the first meeting to the first beans.",
    image: "garden",
    topics: ["Towns we heat"],
    campaign: "winter",
    author: "kenji",
    reviewer: "aoife",
    life: { is: "live", since: 33, time: "12:20" },
    captions: [
      {
        network: "linkedin",
        text: "They did not want a tank beside their beans. Then they wanted it green. Then they asked whether it could keep the frost off the first row. It can.",
      },
      { text: "From the first angry meeting to the first beans, in six pictures." },
      { network: "x", text: "They wanted it green. Now the beans beside it are the first of the year." },
    ],
    voices: [
      { by: "isla", text: "The first meeting lasted four hours and somebody cried. The last one had cake." },
      "There is a colour card in our office called Gardener Green, and this is why.",
      "Frost-free beans were not in the business case. They should have been.",
    ],
  },
  {
    key: "open-day",
    title: "Open day at the Velden weir: come and see the river work",
    summary: "Saturday from ten. Children may press the button. Registration closes on the day before.",
    url: "https://acme.test/open-day",
    siteName: "Acme",
    image: "bridge",
    topics: ["Towns we heat", "Rivers and water"],
    campaign: "open-doors",
    author: "ines",
    reviewer: "jonas",
    life: { is: "expired", since: 36, time: "08:15", afterDays: 9 },
    pull: 0.9,
    captions: [
      {
        network: "linkedin",
        text: "One Saturday a year the weir at Velden is open to everybody. Children may press the button.",
      },
      { network: "x", text: "Open day at the weir. Yes, children may press the button." },
      { text: "Come and see how a river heats a town. Saturday, from ten, with soup." },
    ],
    voices: [
      { by: "katarina", text: "I will be the one in the orange jacket who knows where the toilets are." },
      "I am on the soup. Come hungry.",
      "The button does something. I will not say what.",
    ],
  },
  {
    key: "wind",
    title: "Heat when the wind blows: eleven hours of almost free electricity",
    summary:
      "Last Sunday power cost less than nothing. What a town with a very large kettle does on such a day.",
    url: "https://journal.acme.test/prices/windy-sunday",
    siteName: "Acme Journal",
    image: "turbines",
    topics: ["Policy and prices", "How heat works"],
    campaign: "winter",
    author: "jonas",
    reviewer: "ines",
    life: { is: "live", since: 38, time: "09:05" },
    pull: 1.4,
    captions: [
      {
        network: "linkedin",
        text: "For eleven hours on Sunday electricity cost less than nothing. Velden bought as much as it could, turned it into hot water, and lived on it until Tuesday.",
      },
      { network: "x", text: "11 windy hours, one very big kettle, heat until Tuesday." },
      { text: "What to do with a storm? Boil water." },
    ],
    voices: [
      {
        by: "ahmed",
        text: "I was at a birthday party, watching the price on my telephone under the table. Worth it.",
      },
      "Every time somebody says “there is too much wind power”, I send them this.",
      "The kettle comparison is better than anything in my thesis.",
      "Sunday's storm is in somebody's shower this morning. I like that.",
    ],
  },
  {
    key: "map",
    title: "Drawing the map of a town's warmth",
    summary:
      "Before the first pipe there is a map. How Chiara Bellini walks every street twice and what she writes in the margin.",
    url: "https://journal.acme.test/craft/map-of-warmth",
    siteName: "Acme Journal",
    image: "plan",
    topics: ["How heat works", "Life on site"],
    author: "aoife",
    reviewer: "jonas",
    life: { is: "live", since: 41, time: "10:40" },
    captions: [
      {
        network: "linkedin",
        text: "She walks each street twice: once for the pipes and once for the people. The second map never leaves the building, and it decides where we dig first.",
      },
      { text: "Two maps of the same street. Guess which one decides where we dig." },
      { network: "x", text: "One map for the pipes, one for the people." },
    ],
    voices: [
      { by: "chiara", text: "Thirty-one kilometres on foot last month. My shoes asked to be mentioned." },
      "The margin notes are the best part: “piano on ground floor, ask before hammering”.",
      "I plan permits from these maps and they have never been wrong, except once, about a goose.",
    ],
  },
  {
    key: "keys",
    title: "The keys to Koivukatu",
    summary: "After eighteen years a caretaker hands over the boiler room. He has three requests.",
    url: "https://journal.acme.test/towns/keys-to-koivukatu",
    siteName: "Acme Journal",
    image: "handover",
    topics: ["Towns we heat", "Life on site"],
    author: "aoife",
    reviewer: "ines",
    life: { is: "live", since: 44, time: "09:35" },
    pull: 1.7,
    captions: [
      {
        network: "linkedin",
        text: "He had three requests when he gave us the keys. The second was that the cat may stay. The cat has stayed.",
      },
      { network: "x", text: "Eighteen years, one bunch of keys, three requests. The cat stays." },
      { text: "A caretaker hands over his boiler room. Bring a handkerchief." },
    ],
    voices: [
      { by: "amina", text: "I signed for those keys. The cat is called Kyllikki and inspects every visit." },
      "The third request is the one that got me.",
      "You can replace a boiler in a day. You cannot replace eighteen years of knowing which valve sticks.",
      "I have the key ring now. It is heavier than it looks.",
    ],
  },
  {
    key: "empty-hook",
    title: "The empty hook",
    summary:
      "In every site hut one hook stays free. A short text about why, which we ask everybody to read once.",
    body: `In every hut there is a row of hooks and on each hook a helmet, and one hook has none.

It is not a memorial. Nobody died. We want to be plain about that, because it could have been otherwise.

On the ninth of March, four years ago, a colleague climbed back into a trench in Borne to fetch a spirit level. It was after five. The others had hung up their helmets. The wall of the trench had stood all day and it fell that minute. It fell to his hips. He stood there, upright, for fifty minutes, in the dark, and nobody knew, because every hook in the hut had a helmet on it except his, and nobody counts hooks.

A woman with a dog heard him.

Since then the last person in the hut counts. There is one hook more than there are people, so that the right number is never "all of them full". You have to look, and you have to count, and when the number is wrong you go out with a lamp.

He works in our planning office now. He reads this text every year before we send it round. This year he changed one comma.`,
    image: "hats",
    topics: ["Safety", "Life on site"],
    author: "jonas",
    reviewer: "aoife",
    life: { is: "live", since: 47, time: "08:00" },
    pull: 2.6,
    captions: [
      {
        network: "linkedin",
        text: "In every one of our site huts there is one hook more than there are people. It takes two minutes to read why.",
      },
      { network: "x", text: "One hook more than there are people. Please read why." },
      { text: "The last person counts. A safety rule that came from one evening in Borne." },
    ],
    voices: [
      { by: "ilse", text: "I read this aloud at every induction, and every time somebody goes very quiet." },
      "I count the hooks. Every evening. So does everyone I work with.",
      "No poster has ever done what this text does.",
      "The woman with the dog still gets a card from us at Christmas.",
      "If you run a site of any kind, take this rule. It costs one hook.",
    ],
  },
  {
    key: "at-sea",
    title: "A heat pump goes to sea",
    summary:
      "Forty tonnes, two cranes, one tide. The move is done, so this story rests; the film stays online.",
    url: "https://journal.acme.test/site/at-sea",
    siteName: "Acme Journal",
    image: "harbour",
    topics: ["Life on site"],
    author: "kenji",
    reviewer: "ines",
    life: {
      is: "archived",
      since: 50,
      time: "11:30",
      afterDays: 24,
      reason: "The move is over; the film has its own story next month.",
    },
    captions: [
      {
        network: "linkedin",
        text: "Forty tonnes, two cranes and exactly one tide in which it fits under the bridge.",
      },
      { text: "How do you move a heat pump the size of a house? By sea, and at night." },
    ],
    voices: [
      { by: "viktor", text: "Eleven months of planning for forty minutes of tide. I slept for two days." },
      "It cleared the bridge by a hand. My hand, I measured.",
      "I did not breathe between one and two in the morning.",
    ],
  },
  {
    key: "said-no",
    title: "The contract we did not sign",
    summary:
      "A town wanted our pumps and an open end on the price for its tenants. We wrote them a letter. This is the letter.",
    body: `Dear members of the council,

You have offered us the largest contract in our history and we are going to say no to it. You deserve to know why, and we would rather write it plainly than well.

Paragraph nine lets the operator raise the price of heat every quarter by what the operator thinks right. The operator would be us. We have thought about what we would think right, in a bad year, with a bank on the telephone. We do not trust ourselves with paragraph nine, and we do not think that you should.

A tenant cannot choose another pipe. That is the whole difficulty of our trade. A baker who asks too much loses his customers; we would only lose your respect, and later. So the limit has to stand in the contract, in figures, before anyone is warm.

We enclose another paragraph nine. It ties the price to three public numbers and lets you audit the arithmetic. It makes the contract worth about a fifth less. If you take it, we will be there on Monday. If you find somebody who signs the first one, please read it again in a cold year.

With respect,
Beatriz Carvalho

The council took the other paragraph nine. We were there on Monday.`,
    image: "water-tower",
    focus: { x: 0.85, y: 0.4 },
    topics: ["Policy and prices", "Towns we heat"],
    author: "ines",
    reviewer: "jonas",
    life: { is: "live", since: 53, time: "09:00" },
    pull: 3,
    captions: [
      {
        network: "linkedin",
        text: "“We do not trust ourselves with paragraph nine, and we do not think that you should.”\n\nThe letter with which we turned down our largest contract, in full.",
      },
      { network: "x", text: "We turned down our largest contract. This is the letter." },
      { text: "A tenant cannot choose another pipe. So the limit belongs in the contract, in figures." },
    ],
    voices: [
      { by: "beatriz", text: "I rewrote that letter nine times, and I would send it again tomorrow." },
      "I was in the room when we decided this. Nobody spoke for a while. Then somebody said: good.",
      "This is why I left a much bigger company for this one.",
      "A fifth less, and I have never been prouder of a number.",
      "Please steal our paragraph nine. It is linked at the end.",
      "“In a bad year, with a bank on the telephone.” That is honest writing about money.",
    ],
  },
  {
    key: "winter-survey",
    title: "How warm was your winter? Nine hundred answers",
    summary: "Every spring we ask everybody who is connected one question. The answers, unsorted and uncut.",
    url: "https://journal.acme.test/towns/nine-hundred-answers",
    siteName: "Acme Journal",
    topics: ["Towns we heat", "Research"],
    author: "aoife",
    reviewer: "jonas",
    life: { is: "expired", since: 57, time: "10:10", afterDays: 40 },
    captions: [
      {
        network: "linkedin",
        text: "We asked one question and printed all nine hundred answers, including the rude ones.",
      },
      { text: "“Warm. The cat agrees.” Nine hundred answers to one question." },
      { network: "x", text: "One question, nine hundred answers, nothing cut." },
    ],
    voices: [
      {
        by: "kwame",
        text: "I read all nine hundred on a train to Gdańsk. Number 412 is my favourite, and it is rude.",
      },
      "We promised not to cut anything. We kept our word, to some cost.",
      "“Warm. The cat agrees.” That is the whole report, really.",
    ],
  },
];
