import type { StorySeed } from "#db/seed/types.ts";

/** The places that Acme heats, and the people in them. */
export const townStories: StorySeed[] = [
  {
    key: "river-night",
    title: "The night the river kept four thousand homes warm",
    summary:
      "At minus fourteen the gas boilers were meant to take over. Nobody switched them on. A control-room diary from the coldest night of the year in Velden.",
    body: `At ten past two in the morning the temperature at the Velden weir was minus fourteen, and Siobhán Kelly had a finger on the telephone.

The rule in the control room is simple. When the river falls under two degrees and the town still wants more than thirty-one megawatts, the gas boilers at the hospital start. They have stood there since 1987. They are loud, they are reliable, and starting them is nobody's fault.

"I kept waiting for the line on the screen to cross the other line," Siobhán says. "It came close. It sat there for forty minutes. Then it went away again."

What had happened was not luck. On Sunday afternoon, when the forecast first showed the cold, the control software had begun to fill the town's thermal store: a steel tank as high as a church, painted green at the request of the allotment gardeners next door. By Monday evening it held the heat of one very cold night. It gave that back slowly, between midnight and six, and the river pumps never had to run at their limit.

Four thousand one hundred and twelve homes, two schools, a swimming pool and a bakery were warm in the morning. The bakery, which opens at four, would have been the first to notice.

The boilers are still there. The town has asked us what it would take to remove them. We have asked for one more winter.`,
    image: "river-night",
    focus: { x: 0.85, y: 0.5 },
    topics: ["Towns we heat", "Rivers and water"],
    campaign: "winter",
    notYetBy: ["nora", "ines", "tomasz", "ruth"],
    author: "aoife",
    reviewer: "ines",
    life: { is: "live", since: 1, time: "09:10" },
    pull: 2.4,
    captions: [
      {
        network: "linkedin",
        text: "Minus fourteen, two in the morning, and a river that was only just above freezing. The gas boilers in Velden were ready to start. They were never needed.\n\nThis is the control-room diary of that night, and of a green steel tank that had been quietly filling up since Sunday.",
      },
      {
        network: "x",
        text: "−14 °C, 2 a.m., and the gas boilers stayed off. How a river and a big green tank kept 4,112 homes warm.",
      },
      {
        text: "What does a heat network do on the coldest night of the year? Mostly it waits. A short, calm read.",
      },
      {
        network: "linkedin",
        language: "de",
        text: "Minus vierzehn Grad, zwei Uhr nachts, und der Fluss knapp über dem Gefrierpunkt. Die Gaskessel in Velden standen bereit. Gebraucht wurden sie nicht.",
      },
    ],
    voices: [
      {
        by: "siobhan",
        text: "My night, my telephone, my cold tea. It really did sit there for forty minutes.",
      },
      "I was on call that night and slept with the phone on my pillow. It never rang. Siobhán tells it better than I could.",
      "My favourite detail: the bakery opens at four, so the baker would have known before any of us.",
      "People ask me what a thermal store is for. It is for exactly this night.",
      "Forty minutes of two lines nearly touching on a screen. If you have ever worked a night shift you will feel this one.",
      "We have been asked whether heat pumps cope with real cold. Here is one honest answer, from a town where it was −14.",
      "The tank is green because the allotment gardeners asked for green. I like working for a company that says yes to that.",
    ],
  },
  {
    key: "hospital-laundry",
    title: "A hospital that heats its wards with its own laundry water",
    summary:
      "St. Brigid's throws away six tonnes of warm water an hour. Since October it gets the heat back first.",
    url: "https://journal.acme.test/towns/hospital-laundry",
    siteName: "Acme Journal",
    image: "hospital",
    topics: ["Towns we heat"],
    author: "jonas",
    reviewer: "aoife",
    life: { is: "live", since: 3, time: "08:40" },
    pull: 1.3,
    captions: [
      {
        network: "linkedin",
        text: "Six tonnes of warm water an hour, straight down the drain. St. Brigid's hospital now takes the heat out first and sends it up to the wards.",
      },
      {
        network: "x",
        text: "Sheets get washed, wards get warm. A hospital that heats itself with laundry water.",
      },
      { text: "The best heat source is often the one already leaving the building." },
    ],
    voices: [
      "I have walked past that drain every week for two years and never once thought of it as a radiator.",
      "The nurses noticed first: the corridor by the laundry is no longer the only warm one.",
      "Hospitals never stop washing. For a heat pump that is the perfect neighbour.",
      "If your building pours warm water away, talk to me. I mean it. It is nearly always worth a look.",
    ],
  },
  {
    key: "swimming-pool",
    title: "Why the swimming pool in Oldenzaal opened again",
    summary:
      "The town had closed it over the gas bill. A data centre eight hundred metres away had the opposite problem.",
    url: "https://journal.acme.test/towns/oldenzaal-pool",
    siteName: "Acme Journal",
    image: "pool",
    topics: ["Towns we heat", "Policy and prices"],
    author: "ines",
    reviewer: "jonas",
    suggestedBy: "ravi",
    suggestionNote:
      "The local paper ran this on Saturday and it is the best two minutes on waste heat I have read. The pool attendant is wonderful.",
    life: { is: "live", since: 6, time: "09:30" },
    pull: 1.7,
    captions: [
      {
        network: "linkedin",
        text: "One building could not afford heat. Another, eight hundred metres away, was paying to get rid of it. Now there is a pipe, and children in Oldenzaal are learning to swim again.",
      },
      { network: "x", text: "A pool with no heat. A data centre with too much. 800 metres of pipe." },
      { text: "The pool in Oldenzaal is open again, and the warm water comes from a data centre." },
    ],
    voices: [
      "My daughter learned to swim in this pool. So this one is personal.",
      "Waste heat is such an ugly word for something that teaches children to swim.",
      "Eight hundred metres of pipe took fourteen months of permits and five weeks of digging. Worth every form.",
      {
        by: "ravi",
        text: "I suggested this story because the attendant's quote made me laugh out loud on the train. Read to the end.",
      },
    ],
  },
  {
    key: "housing-letters",
    title: "What 312 tenants asked us before we touched a single pipe",
    summary:
      "“Will it be loud?” came first. “Who do I ring at night?” came second. We answered every letter by name, and we publish the answers.",
    url: "https://journal.acme.test/towns/312-letters",
    siteName: "Acme Journal",
    image: "letters",
    topics: ["Towns we heat"],
    author: "aoife",
    reviewer: "jonas",
    life: { is: "live", since: 9, time: "10:05" },
    captions: [
      {
        network: "linkedin",
        text: "Before we dug up the street we asked 312 households what worried them. The most common question was not about money. We have published every answer.",
      },
      { network: "x", text: "312 letters, 312 answers. What tenants really ask about heat pumps." },
      { text: "“Who do I ring at night?” A good question, and one we now print on the boiler-room door." },
    ],
    voices: [
      {
        by: "isla",
        text: "I answered forty-one of these letters myself, at my kitchen table. It changed how I plan a street.",
      },
      "Nobody asked about efficiency. They asked whether the hallway would be blocked for the pram.",
      "If you work in housing: steal this. The letters, the answers, the order of the work, all of it.",
    ],
  },
];
