import type { StorySeed } from "#db/seed/types.ts";

/** What lies on the comms desk today: coming up, in review, sent back, turned down, begun. */
export const deskStories: StorySeed[] = [
  {
    key: "film-at-sea",
    title: "One tide: the film",
    summary: "Six minutes from the quay at Delfzijl. No narrator, two cranes, a dog.",
    url: "https://journal.acme.test/films/one-tide",
    siteName: "Acme Journal",
    image: "harbour",
    topics: ["Life on site"],
    author: "kenji",
    reviewer: "ines",
    life: { is: "scheduled", ahead: 2, time: "09:00" },
    captions: [
      {
        network: "linkedin",
        text: "Six minutes, no narrator, forty tonnes. Turn the sound on, the quay is the best actor.",
      },
      { network: "x", text: "Forty tonnes, one tide, six minutes." },
      { text: "The quietest film about a crane that you will see this year." },
    ],
  },
  {
    key: "eels",
    title: "April is for eels: why our pumps sleep for three weeks",
    summary:
      "When the glass eels come up the river we switch off at night. What that costs, and who decides.",
    body: `Every April, in the first warm nights, something as thin as a bootlace and clear as glass comes up the river from the Sargasso Sea. It has swum for two years. It would rather not meet a pump.

So for three weeks we stop at dusk and start at dawn. The town lives on what the store has gathered by day. It costs us about one percent of the year's heat, and nobody has ever asked us to do it. Sunniva Aas decides the first night and the last. She does it by standing on the weir with a lamp.`,
    image: "fish",
    topics: ["Rivers and water", "Research"],
    campaign: "winter",
    author: "aoife",
    reviewer: "jonas",
    life: { is: "scheduled", ahead: 4, time: "08:45" },
    captions: [
      {
        network: "linkedin",
        text: "For three weeks in April our pumps sleep at night, so that something very thin can swim past.",
      },
      { network: "x", text: "Three weeks, pumps off at night, for the glass eels." },
      { text: "One percent of a year's heat, given to the eels. We think it is a fair price." },
    ],
  },
  {
    key: "meet-us",
    title: "Meet us in Graz: three evenings about heat and towns",
    summary: "Short talks, long questions, open to everybody. Tuesday to Thursday, from six.",
    url: "https://acme.test/graz",
    siteName: "Acme",
    image: "snow-village",
    topics: ["Careers", "Policy and prices"],
    teams: ["Towns and partners", "Heat engineering", "People and communications"],
    author: "ines",
    reviewer: "aoife",
    life: { is: "scheduled", ahead: 5, time: "10:00" },
    captions: [
      {
        network: "linkedin",
        text: "Three evenings in Graz. We talk for twenty minutes, then you ask for as long as you like.",
      },
      {
        language: "de",
        text: "Drei Abende in Graz: kurz reden, lang fragen. Dienstag bis Donnerstag, ab sechs.",
      },
    ],
  },
  {
    key: "suggest-schoolclass",
    title: "Klas 4B vraagt: can a river catch a cold?",
    summary: "A class of nine-year-olds visited the weir. Their questions, and our best answers.",
    url: "https://school.acme.test/4b/river",
    siteName: "De Weide school",
    topics: ["Rivers and water", "Towns we heat"],
    author: "nora",
    reviewer: "ines",
    suggestedBy: "nora",
    suggestionNote:
      "I showed 4B round on Friday and their teacher put all the questions on the school page. “Can a river catch a cold?” is a better question than I get from engineers.",
    life: { is: "in_review", since: 1, time: "14:20" },
    captions: [{ text: "Can a river catch a cold? Nine-year-olds ask, engineers answer, slowly." }],
  },
  {
    key: "suggest-radio",
    title: "Radio: a town that sold its gas boilers",
    summary: "Twenty minutes on the regional radio with the mayor of Borne and our Willem.",
    url: "https://radio-oost.acme.test/borne-heat",
    siteName: "Radio Oost",
    topics: ["Towns we heat"],
    author: "willem",
    reviewer: "jonas",
    suggestedBy: "willem",
    suggestionNote:
      "I am on it, so somebody else should judge whether it is any good. The mayor is excellent.",
    life: { is: "in_review", since: 2, time: "17:05" },
    captions: [{ text: "Twenty minutes of radio about a town that sold its boilers." }],
  },
  {
    key: "suggest-paper",
    title: "Paper: propane charge limits after the 2025 revision",
    summary: "Peer-reviewed and open access. Figure 3 is the one to look at.",
    url: "https://papers.acme.test/propane-charge-limits",
    siteName: "Open Refrigeration Letters",
    topics: ["Research", "Safety"],
    author: "diego",
    reviewer: "aoife",
    suggestedBy: "diego",
    suggestionNote: "Our data is in figure 3. It is dry, but the people who need it will be glad.",
    life: { is: "in_review", since: 3, time: "11:15" },
    captions: [
      { text: "Open access: what the new charge limits mean for large propane machines. See figure 3." },
    ],
  },
  {
    key: "apprentice-diary",
    title: "An apprentice's diary, week one to week ten",
    summary: "Linnea wrote down one sentence a day. We have changed nothing but a name.",
    body: `Week one. Everything here is heavier than it looks, except Mehdi, who looks heavy and is not.

Week two. I can tell steel from steel now. I could not say how.

Week three. Burned my sleeve. Was told that it is a good sleeve now.

Week five. Cut my weld in half and it was pretty inside. Nobody tells you that.

Week ten. Somebody asked me for the way to the training hall and I knew it.`,
    image: "weld",
    topics: ["Careers", "Life on site"],
    campaign: "apprentices",
    author: "aoife",
    reviewer: "jonas",
    life: { is: "in_review", since: 1, time: "16:10" },
    captions: [
      {
        network: "linkedin",
        text: "One sentence a day, ten weeks, nothing changed but a name. An apprentice's diary.",
      },
      { network: "x", text: "“Burned my sleeve. Was told that it is a good sleeve now.”" },
      { text: "Ten weeks in the workshop, one sentence a day." },
    ],
  },
  {
    key: "heat-law",
    title: "What the new heat law changes, in plain words",
    summary: "Five questions that tenants ask us, answered by somebody who has read all ninety pages.",
    url: "https://journal.acme.test/prices/heat-law",
    siteName: "Acme Journal",
    image: "letters",
    topics: ["Policy and prices"],
    author: "ines",
    reviewer: "jonas",
    earlier: {
      by: "jonas",
      reason:
        "Question four is still an opinion. Please have Nadia check it against the final text, then send it back to me.",
    },
    talk: {
      wasSummary: "Six questions that tenants ask us, answered by our own people.",
      comments: [
        { by: "jonas", text: "Question four is an opinion. Who has read the final text?", isSettled: true },
        { by: "ines", text: "Nadia has, and it is gone. Five questions are left." },
      ],
      dueInDays: 1,
      outside: {
        name: "Dr Marit Vos, tenants’ union",
        invitedBy: "ines",
        reason: "Answer two says “your landlord must”. The law says “should”, until January.",
      },
    },
    life: { is: "in_review", since: 1, time: "10:30" },
    captions: [
      {
        network: "linkedin",
        text: "Ninety pages of law, five questions, plain answers. Checked by somebody who read it to the end.",
      },
      { text: "Five questions about the new heat law, answered without a single “notwithstanding”." },
    ],
  },
  {
    key: "record-year",
    title: "Our best year yet",
    summary: "Revenue, heat delivered and people, in one chart.",
    url: "https://acme.test/annual-report",
    siteName: "Acme",
    image: "chart-hills",
    topics: ["Policy and prices"],
    author: "kenji",
    reviewer: "ines",
    life: {
      is: "changes_requested",
      since: 3,
      time: "15:00",
      reason:
        "“Best” by which number? Revenue is up and heat per tenant is down. Please lead with the second one; it is the one that we are proud of.",
    },
    captions: [{ network: "linkedin", text: "Our best year yet, in one chart." }],
  },
  {
    key: "valve-trick",
    title: "The valve trick every technician knows",
    summary: "Georg shows in ninety seconds how to free a valve that has not moved since 1998.",
    url: "https://videos.acme.test/valve-trick",
    siteName: "Acme Films",
    topics: ["How heat works", "Life on site"],
    author: "georg",
    reviewer: "aoife",
    suggestedBy: "georg",
    suggestionNote: "Filmed with my telephone. Everybody in service does it this way.",
    life: {
      is: "changes_requested",
      since: 2,
      time: "09:40",
      reason:
        "We love it. Ilse asks for gloves and glasses in the first shot. Could you film those ten seconds again?",
    },
    captions: [{ text: "Ninety seconds with Georg and a valve that has not moved since 1998." }],
  },
  {
    key: "competitor",
    title: "Why their heat pump failed",
    summary: "A look at what went wrong in another company's plant.",
    url: "https://blog.acme.test/why-it-failed",
    siteName: "Plant Failures Weekly",
    topics: ["Safety"],
    author: "wei",
    reviewer: "jonas",
    suggestedBy: "wei",
    suggestionNote: "A careful analysis, and we use the same kind of bearing.",
    life: {
      is: "rejected",
      since: 9,
      time: "13:10",
      reason:
        "Good engineering, but we do not build our name on somebody else's bad day. Would you write what we learned about our own bearing? I would publish that tomorrow.",
    },
    captions: [],
  },
  {
    key: "crypto",
    title: "Mining coins to heat homes?",
    summary: "A start-up heats a block of flats with mining computers.",
    url: "https://news.acme.test/mining-heat",
    siteName: "Heat & Money",
    topics: ["Policy and prices"],
    author: "bartek",
    reviewer: "aoife",
    suggestedBy: "bartek",
    suggestionNote: "Half a joke. But the heat is real.",
    life: {
      is: "rejected",
      since: 21,
      time: "16:45",
      reason:
        "The heat is real, the sums are not: the article forgets the electricity. Thank you for the laugh, though.",
    },
    captions: [],
  },
  {
    key: "draft-bakery",
    title: "The bakery at four in the morning",
    summary: "First notes from the baker who would have noticed first.",
    body: `She says the oven is not the warm place. The warm place is the corner behind the flour, where the pipe comes in. The cat has found it. So has the apprentice.

(Ask: when does she switch the lights on? Did she know about the tank? Portrait or hands?)`,
    topics: ["Towns we heat"],
    author: "aoife",
    reviewer: "ines",
    life: { is: "draft", since: 1, time: "17:30" },
    captions: [],
  },
  {
    key: "draft-noise",
    title: "A library of pump sounds",
    summary: "Marta has recorded every machine we ever built. Could be lovely with headphones.",
    image: "sound",
    topics: ["How heat works", "Research"],
    author: "ines",
    reviewer: "aoife",
    life: { is: "draft", since: 2, time: "12:15" },
    captions: [{ text: "Put your headphones on. This is what a warm town sounds like." }],
  },
  {
    key: "draft-numbers",
    title: "Twelve numbers we look at every Monday",
    summary: "",
    url: "https://engineering.acme.test/notes/twelve-numbers",
    siteName: "Acme Engineering Notes",
    topics: [],
    author: "ines",
    reviewer: "jonas",
    life: { is: "draft", since: 5, time: "11:45" },
    captions: [],
  },
];
