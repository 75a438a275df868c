import type { StorySeed } from "#db/seed/types.ts";

export const stories: StorySeed[] = [
  {
    key: "hill",
    title: "The steepest parcel in Lisbon",
    summary: "Calçada da Glória, seventeen percent, eighty kilos. Noor takes us up with her.",
    body: `The tram does it with a cable. Noor Haddad does it with a forty-eight-volt motor, a low gear and a good deal of talking to the bicycle.

There are eleven parcels for the Calçada da Glória on a normal day, and vans do not deliver them, because vans do not fit. They used to wait at the bottom with the engine running while somebody carried boxes up two hundred and sixty-five metres of polished stone.

"You do not look at the top," says Noor. "You look at the next lamp post. There are nine of them."

At the seventh lamp post a woman opens a window and lowers a basket on a rope. It is her arrangement with Noor, it is older than the motor, and it saves one lamp post each way.`,
    image: "hill-street",
    topics: ["On the road", "Cities"],
    author: "tove",
    reviewer: "isaac",
    life: { is: "live", since: 2, time: "09:30" },
    pull: 1.6,
    captions: [
      {
        network: "linkedin",
        text: "Seventeen percent, eighty kilos, nine lamp posts. Noor delivers where no van has ever turned around.",
      },
      { network: "x", text: "17 % uphill, 80 kg, 9 lamp posts. The steepest parcel in Lisbon." },
      { text: "“You do not look at the top. You look at the next lamp post.”" },
    ],
    voices: [
      "The basket on the rope is real. I have put a birthday cake in it.",
      {
        by: "mara",
        text: "I plan the routes, Noor rides them. I have learned to add ninety seconds for the Glória.",
      },
    ],
  },
  {
    key: "frames",
    title: "A frame comes home after 61,000 kilometres",
    summary:
      "We built number 14 in a garage. It came back for a new bearing and we could not stop looking at it.",
    url: "https://notes.globex.test/number-14",
    siteName: "Globex Notes",
    image: "bicycle",
    topics: ["Workshop"],
    author: "tove",
    reviewer: "isaac",
    life: { is: "live", since: 6, time: "10:15" },
    captions: [
      {
        network: "linkedin",
        text: "Frame number 14 has carried parcels for one and a half times the Earth's circumference. It needed one bearing.",
      },
      { network: "x", text: "61,000 km, one new bearing. Frame number 14 came home." },
    ],
    voices: [
      {
        by: "lena",
        text: "I brazed that head tube in a garage with one lamp. It is straighter than I remember.",
      },
    ],
  },
];
