import { createRandom } from "#db/seed/random.ts";
import {
  blush,
  circle,
  cream,
  createCanvas,
  ellipse,
  ink,
  night,
  ochre,
  paper,
  path,
  place,
  rect,
  rust,
  sage,
  slate,
  steps,
  stroke,
  teal,
  turn,
} from "../canvas.ts";
import type { Scene } from "../scene.ts";

const wheel = (x: number, y: number, r: number, color: string): string =>
  [
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${color}" stroke-width="${r * 0.14}"/>`,
    ...[0, 30, 60, 90, 120, 150].map((angle) =>
      turn(angle, x, y, stroke(`M${x - r} ${y} H ${x + r}`, color, 2, 0.6)),
    ),
    circle(x, y, r * 0.12, color),
  ].join("");

/** A cargo bicycle that looks to the right, box in front, about 520 wide, wheels on y = 0. */
const cargoBike = (frame: string, box: string): string =>
  [
    wheel(-180, -74, 74, ink),
    wheel(250, -52, 52, ink),
    stroke(
      "M-180 -74 L -120 -210 L 20 -210 M-120 -210 L -60 -70 L 20 -210 M-180 -74 H -60 L 250 -52 M20 -210 L 44 -70",
      frame,
      15,
    ),
    rect(56, -214, 190, 146, box, 8),
    stroke("M20 -210 L 30 -290 L -14 -300", frame, 13),
    path("M-156 -250 H -84 L -100 -230 H -146Z", ink),
    stroke("M-120 -210 V -236", frame, 11),
    circle(-60, -70, 24, ink),
  ].join("");

const rider = (coat: string, skin: string): string =>
  [
    stroke("M-112 -246 L -40 -170 L -62 -60", night, 34),
    stroke("M-112 -246 L -20 -150 L -40 -44", ink, 34),
    path("M-150 -246 C -150 -340 -90 -420 -30 -420 C 0 -416 6 -392 -8 -372 L -72 -244Z", coat),
    stroke("M-36 -390 L 10 -304", coat, 30),
    circle(-8, -458, 36, skin),
    path("M-48 -462 C -48 -514 34 -514 32 -464 L -46 -456Z", cream),
  ].join("");

export const roadScenes: Scene[] = [
  {
    name: "hill-street",
    alt: "A cargo bicycle climbing a very steep street of tiled houses, nine lamp posts to the top.",
    draw: () => {
      const c = createCanvas("#a9c6cd");
      c.dust(rect(0, 0, 1600, 700, c.fade(cream, "down", 0.7)));
      c.flat(circle(240, 180, 80, cream));
      const fronts = [ochre, blush, "#8fb0b6", cream, rust, sage, blush, ochre];
      steps(8, 0, 1400).forEach((x, index) => {
        const base = 840 - x * 0.4;
        const top = base - 420 - ((index * 53) % 90);
        c.flat(
          rect(x, top, 202, 900, fronts[index] ?? blush),
          path(`M${x - 6} ${top + 4} l 30 -50 h 154 l 30 50Z`, "#b0583c"),
        );
        for (const row of [0, 1, 2])
          for (const col of [0, 1])
            c.flat(
              rect(x + 36 + col * 78, top + 44 + row * 116, 50, 78, night, 4),
              rect(x + 30 + col * 78, top + 124 + row * 116, 62, 8, ink),
            );
        if (index % 3 === 1)
          for (const ty of steps(8, top + 12, top + 400))
            for (const tx of steps(8, x + 8, x + 186)) c.flat(circle(tx, ty, 3, teal));
        c.dust(rect(x, top, 202, 500, c.fade(ink, "left", 0.4)));
      });
      c.flat(path("M0 900 V 860 L 1600 220 V 900Z", "#c9bda9"));
      c.dust(path("M0 900 V 860 L 1600 220 V 900Z", c.fade(ink, "down", 0.6)));
      c.flat(
        stroke("M0 856 L 1600 216", paper, 14),
        stroke("M120 900 L 1600 310 M330 900 L 1600 394", slate, 5, 0.7),
      );
      for (const x of steps(9, 70, 1540)) {
        const y = 838 - x * 0.4;
        c.flat(
          rect(x - 4, y - 150, 8, 160, ink),
          path(`M${x - 16} ${y - 150} l 6 -34 h 20 l 6 34Z`, ochre),
          rect(x - 12, y - 192, 24, 8, ink),
        );
      }
      c.flat(
        turn(-21.8, 760, 596, place(760, 600, 0.82, rider("#3a4fa0", "#8a5a3c"), cargoBike(rust, "#3a4fa0"))),
      );
      return c;
    },
  },
  {
    name: "bicycle",
    alt: "A worn cargo bicycle hanging in a workshop stand under one lamp, tools on the wall.",
    draw: () => {
      const c = createCanvas("#34414f");
      c.dust(
        rect(0, 0, 1600, 900, c.fade(ink, "out", 0.85)),
        path("M800 90 L 240 780 H 1360Z", c.fade(ochre, "up", 0.6)),
      );
      c.flat(rect(0, 770, 1600, 130, "#5b4638"));
      c.dust(
        rect(0, 770, 1600, 130, c.fade(ink, "down", 0.8)),
        ellipse(800, 790, 520, 34, c.fade(ink, "in", 0.95)),
      );
      c.flat(
        stroke("M800 0 V 60", ink, 8),
        path("M720 110 C 720 50 880 50 880 110Z", rust),
        ellipse(800, 110, 80, 12, "#f6dfa0"),
      );
      for (const [x, kind] of [
        [110, 0],
        [190, 1],
        [270, 0],
        [350, 2],
        [1230, 1],
        [1310, 0],
        [1390, 2],
        [1470, 1],
      ] as const)
        c.flat(
          circle(x, 220, 7, ink),
          kind === 0
            ? rect(x - 9, 230, 18, 150, slate, 8)
            : kind === 1
              ? path(`M${x - 8} 230 h 16 v 100 l 16 40 h -40 l 8 -40Z`, sage)
              : `<circle cx="${x}" cy="290" r="52" fill="none" stroke="${slate}" stroke-width="11"/>`,
        );
      c.flat(rect(792, 560, 18, 230, ink), path("M700 790 h 200 l -30 -26 h -140Z", ink));
      c.flat(
        place(
          770,
          680,
          1.5,
          cargoBike("#c8694a", "#3a4fa0"),
          rect(70, -190, 60, 34, cream, 4),
          stroke("M140 -180 h 80 M140 -166 h 50", cream, 6),
        ),
      );
      c.dust(place(770, 680, 1.5, rect(56, -214, 190, 146, c.fade(ink, "right", 0.75), 8)));
      return c;
    },
  },
  {
    name: "depot",
    alt: "Shelves of parcels in a small depot at six in the morning, three bicycles waiting below.",
    draw: () => {
      const c = createCanvas("#e9dcc6");
      c.dust(rect(0, 0, 1600, 900, c.fade(ochre, "down", 0.4)));
      const random = createRandom("parcels");
      for (const y of [210, 380, 550]) {
        for (let x = 70; x < 1500; ) {
          const w = random.between(60, 150);
          const h = random.between(60, 140);
          const color = random.pick(["#c69c6d", "#b58655", "#d3b088", blush, sage, "#3a4fa0"]);
          c.flat(
            rect(x, y - h, w, h, color, 3),
            rect(x + w / 2 - 7, y - h, 14, h, cream).replace("/>", ' opacity="0.5"/>'),
            rect(x + 10, y - 30, 28, 18, cream, 2),
          );
          c.dust(rect(x, y - h, w, h, c.fade(ink, "right", 0.5)));
          x += w + random.between(6, 30);
        }
        c.flat(rect(50, y, 1500, 16, ink, 3));
      }
      c.flat(...[50, 540, 1040, 1536].map((x) => rect(x, 60, 14, 640, ink)), rect(0, 690, 1600, 210, slate));
      c.dust(rect(0, 690, 1600, 210, c.fade(ink, "down", 0.8)));
      for (const [x, frame] of [
        [280, rust],
        [800, "#3a4fa0"],
        [1320, ochre],
      ] as const)
        c.flat(place(x, 850, 0.72, cargoBike(frame, cream)));
      return c;
    },
  },
  {
    name: "battery",
    alt: "A battery opened like a honeycomb, one cell glowing, a hand-drawn label beside it.",
    draw: () => {
      const c = createCanvas("#2b3a66");
      c.dust(rect(0, 0, 1600, 900, c.fade(ink, "down", 0.75)));
      c.flat(rect(250, 130, 1100, 640, "#1a2340", 36), rect(1350, 360, 70, 180, slate, 10));
      for (const [row, y] of steps(5, 220, 680).entries())
        for (const [column, x] of steps(9, 330 + (row % 2) * 58, 1200 + (row % 2) * 58).entries()) {
          const isHot = row === 2 && column === 5;
          c.flat(
            circle(x, y, 54, isHot ? rust : (row + column) % 4 === 0 ? sage : slate),
            circle(x, y, 22, isHot ? "#f6dfa0" : cream),
          );
          c.dust(circle(x, y, 54, c.fade(ink, "right", isHot ? 0.2 : 0.75)));
          if (isHot) c.dust(circle(x, y, 170, c.fade(ochre, "in", 0.9)));
        }
      c.flat(
        stroke("M960 440 C 1100 330 1240 260 1440 240", cream, 5),
        rect(1400, 150, 160, 100, cream, 4),
        ...[176, 200, 224].map((y) => rect(1420, y, y === 224 ? 60 : 120, 7, slate)),
      );
      return c;
    },
  },
  {
    name: "rain-ride",
    alt: "A rider in a yellow coat crosses a wide wet square, the lights of trams reflected under the wheels.",
    draw: () => {
      const c = createCanvas("#3c5470");
      const random = createRandom("rain ride");
      c.dust(rect(0, 0, 1600, 560, c.fade(blush, "down", 0.55)));
      c.flat(
        ...steps(9, 0, 1440).map((x, i) =>
          rect(x, 330 - ((i * 47) % 120), 170, 380, i % 2 ? "#2b3f57" : "#334963"),
        ),
      );
      for (const x of steps(24, 20, 1560)) c.flat(rect(x, 380 + ((x * 3) % 110), 16, 22, ochre, 2));
      c.flat(
        rect(0, 560, 1600, 340, "#2a3d53"),
        rect(980, 380, 470, 170, rust, 20),
        rect(980, 470, 470, 26, cream),
        ...[1010, 1100, 1190, 1280, 1370].map((x) => rect(x, 404, 64, 56, "#f6dfa0", 6)),
      );
      c.dust(
        rect(980, 380, 470, 170, c.fade(ink, "down", 0.5), 20),
        rect(980, 570, 470, 200, c.fade(rust, "up", 0.7)),
        rect(0, 560, 1600, 340, c.fade(ink, "down", 0.6)),
      );
      for (const x of steps(14, 40, 1540)) c.dust(rect(x, 570, 18, 190, c.fade(ochre, "up", 0.6)));
      c.flat(place(560, 760, 1.15, rider(ochre, "#8a5a3c"), cargoBike(cream, "#3a4fa0")));
      c.dust(ellipse(580, 780, 360, 26, c.fade(ink, "in", 0.9)));
      for (let drop = 0; drop < 170; drop += 1) {
        const x = random.next() * 1700;
        const y = random.next() * 880;
        c.flat(stroke(`M${x} ${y} l -16 40`, cream, 2.5, 0.3));
      }
      return c;
    },
  },
];
