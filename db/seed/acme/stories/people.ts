import type { StorySeed } from "#db/seed/types.ts";

/** Life on site, careers and safety. */
export const peopleStories: StorySeed[] = [
  {
    key: "first-weld",
    title: "Linnea's first weld that counted",
    summary:
      "Eight months of practice pipes went into a skip. The ninth month's is under the market square, and will be for sixty years.",
    body: `There is a skip behind the training hall in Almelo, and for eight months Linnea Holm has filled it. Every weld she made was cut in half, looked at, and thrown away. "You get used to it," she says. "You start to like the sound."

On the second Tuesday of the month Mehdi Amrani handed her a pipe that was not going into the skip. It was going under the market square, one metre twenty down, between the fountain and the cheese stall. It would be X-rayed, wrapped, buried, paved over and forgotten until about the year 2086.

"I told her nothing special," says Mehdi. "I said: same as yesterday, only slower."

It took her thirty-one minutes. The X-ray took four. The radiographer, who is from Enschede and does not waste words, held the film up to the window and said: "Yes."

Linnea went to the market that Saturday with her grandmother and stood at the cheese stall for rather a long time.`,
    image: "weld",
    focus: { x: 0.35, y: 0.5 },
    topics: ["Life on site", "Careers"],
    campaign: "apprentices",
    author: "aoife",
    reviewer: "ines",
    suggestedBy: "mehdi",
    suggestionNote: "Linnea passed her first X-ray. She will not tell anybody herself.",
    life: { is: "live", since: 4, time: "10:30" },
    pull: 2.1,
    captions: [
      {
        network: "linkedin",
        text: "For eight months every weld she made was cut in half and thrown away. This one is under the market square until 2086.",
      },
      { network: "x", text: "“Same as yesterday, only slower.” An apprentice's first weld that counted." },
      {
        text: "Thirty-one minutes of welding, four minutes of X-ray, one word from the radiographer.",
        weight: 2,
      },
      {
        network: "linkedin",
        text: "There is a skip behind our training hall that Linnea filled for eight months. Last week she stopped filling it.",
      },
      {
        network: "linkedin",
        text: "What does a good teacher say before it counts? “Same as yesterday, only slower.” Then he steps back.",
      },
      {
        text: "Under the cheese stall in Almelo lies a pipe that will outlast all of us. An apprentice closed it.",
      },
      {
        language: "de",
        text: "Acht Monate lang wurde jede ihrer Nähte zersägt und weggeworfen. Diese liegt bis 2086 unter dem Marktplatz.",
      },
      {
        language: "nl",
        text: "Acht maanden oefenen, eenendertig minuten lassen, één woord van de röntgenman: ja.",
      },
    ],
    voices: [
      { by: "linnea", text: "That is my weld. I am not going to say more about it. Fine: I am very proud." },
      { by: "mehdi", text: "I trained her for eight months. She is better than I was, do not tell her." },
      "The radiographer said “Yes.” From him that is a speech.",
      "We have six places like Linnea's every September. Send this to the seventeen-year-old who takes your bicycle apart.",
      {
        by: "nora",
        text: "I bought cheese at that stall on Saturday and looked at the paving like a tourist. Well done, Linnea.",
      },
    ],
  },
  {
    key: "six-places",
    title: "Six apprenticeships, no grades asked",
    summary:
      "We look at what you have taken apart and put together again. Applications for September are open until the end of next month.",
    url: "https://careers.acme.test/apprentices",
    siteName: "Acme Careers",
    image: "tools",
    topics: ["Careers"],
    campaign: "apprentices",
    author: "ines",
    reviewer: "jonas",
    life: { is: "live", since: 10, time: "08:30", expiresInDays: 38 },
    pull: 1.2,
    captions: [
      {
        network: "linkedin",
        text: "We have six apprenticeships for September and we will not ask for your grades. Bring something that you repaired, and tell us how.",
      },
      { network: "x", text: "Six apprenticeships. No grades. Bring something you fixed." },
      { text: "Know someone who mends things? We have six places in September, paid from the first day." },
      {
        language: "es",
        text: "Seis plazas de aprendiz para septiembre. No pedimos notas: trae algo que hayas reparado y cuéntanos cómo.",
      },
    ],
    voices: [
      "Last year someone brought a sewing machine. She starts her second year in September.",
      "I came in through this door nine years ago with a moped carburettor in a plastic bag.",
      {
        by: "fatou",
        text: "I run this programme. Write to me if you have a question that feels too small, those are the good ones.",
      },
      "Parents, teachers, aunts: you know who this is for.",
    ],
  },
  {
    key: "stop-card",
    title: "Anyone can stop the job. Last year ninety-one people did",
    summary:
      "A red card in every jacket, no questions asked until the machine stands still. What the ninety-one stops were for.",
    url: "https://journal.acme.test/site/stop-card",
    siteName: "Acme Journal",
    image: "crane",
    focus: { x: 0.3, y: 0.6 },
    topics: ["Safety", "Life on site"],
    author: "jonas",
    reviewer: "aoife",
    life: { is: "live", since: 14, time: "09:45" },
    captions: [
      {
        network: "linkedin",
        text: "Every jacket on our sites has a red card in it. Show it and the work stops, whoever you are. Ninety-one stops last year, and all ninety-one reasons are here.",
      },
      { network: "x", text: "91 times somebody on our sites held up a red card. Every reason, published." },
      {
        text: "The newest person on site has the same red card as the boss. Some of these stops are brilliant.",
      },
    ],
    voices: [
      "Number 37 was me. It was a false alarm and I was thanked for it.",
      {
        by: "nora",
        text: "I stopped a crane in my second week. I was shaking. The operator bought me a coffee.",
      },
      "The card only works because nobody has ever been told off for using it.",
    ],
  },
  {
    key: "diver",
    title: "Radu works where the river is darkest",
    summary:
      "Twice a year a man in a yellow helmet cleans our intake screens by touch. A photo essay from four metres down.",
    image: "diver",
    focus: { x: 0.4, y: 0.4 },
    topics: ["Life on site", "Rivers and water"],
    audience: "by the water",
    author: "kenji",
    reviewer: "ines",
    life: { is: "live", since: 7, time: "12:00" },
    pull: 1.5,
    captions: [
      {
        network: "linkedin",
        text: "You cannot see your own hand down there. Radu cleans every bar of the screen by touch, twice a year, and knows each one by its dents.",
      },
      { network: "x", text: "Four metres down, by touch, in a yellow helmet. Meet Radu." },
      { text: "The part of our work that nobody sees, because down there nobody sees anything." },
    ],
    voices: [
      {
        by: "katarina",
        text: "I hold his line. That is my whole job those two days, and I take it seriously.",
      },
      "People think heat is made by computers. It is also made by Radu with a plastic scraper.",
      "Kenji went in up to his chest for the last picture. He would like it to be known that it was cold.",
      { by: "radu", text: "Yes, it is cold. Yes, there are eels. No, they do not mind me." },
    ],
  },
];
