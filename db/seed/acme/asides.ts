/** What people here add to whatever they share. */
export const asides = {
  everyone: [
    "Two minutes, well spent.",
    "Read it on the tram this morning and missed my stop.",
    "I sent this to my brother before I posted it here. He asked a good question, too.",
    "More of this, please.",
    "This is the part of the job I never manage to explain at parties.",
    "I learned something about my own company today.",
    "Quietly proud of this one.",
    "Worth reading to the last line.",
    "My colleagues write better than I do, so I will let them.",
    "If you only read one thing from us this month, take this.",
    "No slogans in it, I checked.",
    "A good one for the coffee break.",
    "It is small, and it is true.",
    "Happy to answer questions, or to find the person who can.",
    "The picture alone is worth the click.",
    "Sharing it because my mother finally understood what we do.",
  ],
  byTeam: {
    "Heat engineering": [
      "The engineering in it is simpler than it looks, which took us years.",
      "Ask me about the pressure drop. Nobody ever does.",
      "There is a spreadsheet behind every sentence here, and I have seen it.",
      "From the test rig, with warm hands.",
    ],
    "Controls and software": [
      "And yes, there is some software in it.",
      "The logs agree with the story, for once.",
      "We made the boring part of this, and I love the boring part.",
      "Somebody at lunch asked me about exactly this.",
    ],
    "Field works": [
      "Greetings from the trench.",
      "Written in an office, true on site.",
      "My boots know this one.",
      "It rained the whole time, for the record.",
    ],
    Service: [
      "If it ever rings at night, it is one of us who picks up.",
      "Read it in the van with a sandwich. Recommended.",
      "This is what an uneventful week looks like, and we work hard for those.",
      "From the van, between two visits.",
    ],
    "Towns and partners": [
      "If your town is thinking about this, talk to me.",
      "I have told this one in person often enough. Now there is a link.",
      "I will be quoting this in a council chamber soon.",
      "Permits are the real renewable resource.",
    ],
    "People and communications": [
      "I sit next to the people who wrote this. They rewrote it four times.",
      "We are hiring, but that is not why I post this.",
      "I get to ask people what they do all day. Best job in the house.",
      "Thank you to everyone who let us in with a camera.",
    ],
  },
};
