import type { StorySeed } from "#db/seed/types.ts";

/** How heat works, and the research behind it. */
export const craftStories: StorySeed[] = [
  {
    key: "fish-first",
    title: "Fish first: how we draw water from a river without harming it",
    summary:
      "Our intake is slower than a walking child. Sunniva Aas, river ecologist, on why that number came before every other number.",
    body: `When Sunniva Aas joined a company that takes heat out of rivers, her old colleagues at the institute sent her a card. It showed a very small fish and a very large pipe.

She has pinned it above her desk, next to a number: 0.15 metres a second. That is how fast water moves at the mouth of our intakes. A child walks faster. A young dace, which is about as long as a paper clip, swims faster too, and that is the point.

"Everything else follows from that," she says. "How wide the mouth has to be. How many bars the screen has. What the pump may do at night in April, when the eels come through. The engineers asked me for a range. I gave them one number."

The water goes back a little colder than it came, never by more than three degrees, and never where gravel makes a spawning bed. In the first two years at Velden the monitoring station counted more species below the outlet than above it. Sunniva does not claim that as a success. "Cold water was short in that river. We are not saving it. We are only not making it worse, which is rarer than you would think."

The counts are public, every hour, on the town's own page. If a number is missing you can ring her. The telephone is under the card with the fish.`,
    image: "fish",
    focus: { x: 0.3, y: 0.5 },
    topics: ["Rivers and water", "Research"],
    author: "aoife",
    reviewer: "ines",
    suggestedBy: "nora",
    suggestionNote:
      "Every time I stand at an intake somebody walking a dog asks me about the fish. Sunniva answers it better than anyone and we have never written it down.",
    earlier: {
      by: "jonas",
      reason:
        "Lovely. Please ask Sunniva whether “more species below the outlet” may stand without the caveat, and say where the counts can be read.",
    },
    life: { is: "live", since: 2, time: "11:20" },
    pull: 1.9,
    captions: [
      {
        network: "linkedin",
        text: "“The engineers asked me for a range. I gave them one number.” Our river ecologist on how to draw water so slowly that a fish as long as a paper clip can swim away from it.",
      },
      {
        network: "x",
        text: "0.15 metres a second. A fish the size of a paper clip swims faster, and that is the point.",
      },
      {
        text: "Fish first, pumps second. A short portrait of the person who sets our most important number.",
      },
    ],
    voices: [
      "The card with the fish is real, and it really does hang over her desk.",
      "I am asked about the fish on every single site visit. From now on I will just send this.",
      "“We are only not making it worse, which is rarer than you would think.” I have worked with Sunniva for three years and that sentence is her, completely.",
      { by: "nora", text: "I suggested this one. Dog walkers of Velden, this is for you." },
      "0.15 m/s decided the width of everything I have welded this year.",
      "A colleague who tells a room full of engineers “no, slower” is worth more than any certificate on the wall.",
    ],
  },
  {
    key: "propane",
    title: "The refrigerant in your camping stove is the one we chose",
    summary:
      "Propane moves heat well, leaks harmlessly and scares insurers. How we made a big machine safe enough for a school yard.",
    url: "https://journal.acme.test/craft/propane",
    waiting: {
      by: "nora",
      hoursAgo: 20,
      text: "I have explained propane to neighbours with my hands so often. This does it with pictures, and it does not pretend that the stuff cannot burn.",
    },
    siteName: "Acme Journal",
    image: "heat-pump",
    topics: ["How heat works", "Safety"],
    author: "ines",
    reviewer: "aoife",
    life: { is: "live", since: 5, time: "08:55" },
    pull: 1.1,
    captions: [
      {
        network: "linkedin",
        text: "Propane is cheap, carries heat beautifully and has a warming effect about a thousand times smaller than what it replaces. It also burns. Here is how we build around that.",
      },
      {
        network: "x",
        text: "Yes, propane. The camping-stove gas. A good explainer on why, and how it is made safe.",
      },
      {
        text: "The honest version of “natural refrigerants”: what they do well, and what keeps our safety team up at night.",
      },
    ],
    voices: [
      "I have explained this at every family dinner since 2019. Now there is a link.",
      "The section about the school yard is the one I would show a mayor.",
      "Nobody in this article pretends that propane does not burn. Thank you for that.",
      "Two years of drawings, one paragraph. That is about the right ratio.",
    ],
  },
  {
    key: "quiet-machine",
    title: "Thirty-four decibels: the hunt for a noise that only one neighbour could hear",
    summary:
      "The meter said the machine was silent. Mrs. Aalto said it hummed in B flat. She was right, and she plays the cello.",
    body: `The complaint came in pencil, on music paper. The new heat plant behind Koivukatu, wrote Mrs. Aalto, was in tune with her refrigerator, and neither of them was in tune with her.

Marta Kowalczyk drove up with a microphone. At the edge of the garden the meter read thirty-four decibels, which is a library. She stayed for supper. At nine in the evening, when the town grew quiet, she heard it too: B flat, very low, coming up through the leg of the kitchen table.

It was not the compressor. It was a bracket: forty grams of steel holding a pipe, held by a screw that had been tightened a quarter turn too far. It passed the hum into the wall of the plant, the wall passed it to the rock, and the rock under Koivukatu runs straight under number eleven.

We put a rubber ring under it. The ring cost ninety cents. Then we went back to the drawings and put one under every bracket of that kind, in every plant, because what is true in one kitchen is usually true in others where nobody plays the cello.

Mrs. Aalto sent a second letter. It was a programme for her quartet's spring concert, with two seats marked.`,
    image: "sound",
    topics: ["How heat works", "Towns we heat"],
    author: "aoife",
    reviewer: "jonas",
    life: { is: "live", since: 8, time: "09:00" },
    pull: 3.2,
    captions: [
      {
        network: "linkedin",
        text: "Our meter said silent. A cellist said B flat. She was right.\n\nA small story about a forty-gram bracket, a ninety-cent rubber ring and why we listen to neighbours before instruments.",
      },
      {
        network: "x",
        text: "The meter said silence. The cellist next door said B flat. Guess who was right.",
      },
      { text: "Ninety cents of rubber, and a neighbour with perfect pitch." },
      {
        network: "linkedin",
        language: "de",
        text: "Das Messgerät sagte: still. Die Cellistin von nebenan sagte: B. Sie hatte recht. Eine kleine Geschichte über vierzig Gramm Stahl und einen Gummiring für neunzig Cent.",
      },
    ],
    voices: [
      { by: "marta", text: "I was sure that it was her fridge. I have apologised." },
      "This is my favourite thing we have ever published, and I do not work in acoustics.",
      "Every drawing I have made since has that rubber ring in it. Ninety cents.",
      "If a neighbour hears something, they hear something. Print this and hang it in every plant room.",
      "We did go to the concert. It was Dvořák. There was no B flat from behind the wall.",
      "“In tune with her refrigerator, and neither of them in tune with her” – the best complaint letter of all time.",
    ],
  },
  {
    key: "forecast-error",
    title: "We were wrong by nine percent, and published it",
    summary:
      "Every Friday our forecast of the town's heat is compared with what the town used. The bad weeks are the interesting ones.",
    url: "https://engineering.acme.test/notes/forecast-error",
    siteName: "Acme Engineering Notes",
    image: "chart-hills",
    topics: ["Research", "How heat works"],
    author: "kenji",
    reviewer: "ines",
    suggestedBy: "tariq",
    suggestionNote:
      "Our worst forecasting week in a year, explained. I think people would rather read this than a best week.",
    life: { is: "live", since: 11, time: "13:15" },
    captions: [
      {
        network: "linkedin",
        text: "Nine percent off. It was a school holiday that had moved by a week, and our model did not know. We publish every week, including this one.",
      },
      { network: "x", text: "Our heat forecast was 9 % off last week. Here is the chart and the reason." },
      { text: "A forecast that is never wrong in public is a forecast nobody checks." },
    ],
    voices: [
      "It was the school holidays. It is always the school holidays.",
      { by: "tariq", text: "I wrote the model, so I also get to write the apology. Charts included." },
      "Working somewhere that prints its worst week on the front page is oddly restful.",
      "For the data people here: the residual plot in the middle is worth your coffee break.",
    ],
  },
];
