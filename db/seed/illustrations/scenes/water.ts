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
import { fish, house, ripples, stars, tree } from "../motifs.ts";
import type { Scene } from "../scene.ts";

export const waterScenes: Scene[] = [
  {
    name: "river-night",
    alt: "A small town on a winter night: a dark river, lit windows and a tall green tank beside the church.",
    draw: () => {
      const c = createCanvas(night);
      c.dust(rect(0, 0, 1600, 620, c.fade(teal, "down", 0.75)));
      c.flat(...stars("river-night", 60, 0, 0, 1600, 360), circle(1240, 190, 84, cream));
      c.dust(
        circle(1240, 190, 84, c.fade(ochre, "left", 0.5)),
        circle(1240, 190, 330, c.fade(cream, "in", 0.22)),
      );
      c.flat(path("M0 520 C 260 420 420 470 640 500 S 1120 430 1600 490 V 640 H 0Z", "#284a56"));
      c.dust(
        path("M0 520 C 260 420 420 470 640 500 S 1120 430 1600 490 V 640 H 0Z", c.fade(ink, "down", 0.7)),
      );
      // The tank, the church and the town.
      c.flat(rect(980, 300, 150, 340, sage, 10), ellipse(1055, 300, 75, 22, "#a9b99c"));
      c.dust(rect(980, 300, 150, 340, c.fade(ink, "left", 0.75)));
      c.flat(
        path("M800 640 V 420 L 832 300 L 864 420 V 640Z", ink),
        rect(760, 500, 140, 140, "#2b3a45"),
        path("M752 500 L 830 446 L 908 500Z", ink),
      );
      const town: [number, number, number, number, string][] = [
        [40, 520, 120, 120, rust],
        [150, 490, 110, 150, "#39505c"],
        [252, 530, 130, 110, blush],
        [372, 480, 100, 160, rust],
        [466, 520, 140, 120, "#39505c"],
        [598, 500, 110, 140, ochre],
        [690, 540, 90, 100, rust],
        [1150, 510, 120, 130, blush],
        [1262, 480, 100, 160, "#39505c"],
        [1354, 530, 130, 110, rust],
        [1476, 500, 124, 140, "#39505c"],
      ];
      for (const [x, y, w, h, color] of town) c.flat(house(x, y, w, h, color, ochre));
      c.dust(
        rect(0, 470, 960, 170, c.fade(night, "down", 0.65)),
        rect(1140, 470, 460, 170, c.fade(night, "down", 0.65)),
      );
      // The river, with the lights in it.
      c.flat(path("M0 632 H 1600 V 900 H 0Z", "#16293a"), rect(0, 628, 1600, 8, cream));
      for (const x of [92, 206, 318, 424, 536, 652, 1210, 1312, 1418, 1540])
        c.dust(rect(x - 14, 640, 28, 170, c.fade(ochre, "up", 0.75)));
      c.dust(
        rect(1180, 640, 120, 260, c.fade(cream, "up", 0.6)),
        rect(0, 640, 1600, 260, c.fade(teal, "up", 0.35)),
      );
      c.flat(...ripples("river-night", 34, 650, 880, cream, 0.22));
      return c;
    },
  },
  {
    name: "fish",
    alt: "A shoal of small fish turning in front of the widely spaced bars of a river intake.",
    draw: () => {
      const c = createCanvas(teal);
      c.dust(
        rect(0, 0, 1600, 900, c.fade(night, "down", 0.85)),
        ellipse(420, -40, 900, 420, c.fade(cream, "in", 0.5)),
      );
      for (const x of steps(9, 1040, 1640)) {
        c.flat(rect(x, -20, 34, 800, night, 6));
        c.dust(rect(x, -20, 34, 800, c.fade(slate, "left", 0.8)));
      }
      c.flat(path("M0 800 C 300 740 520 790 800 770 S 1300 740 1600 770 V 900 H 0Z", "#c9ab86"));
      c.dust(
        path("M0 800 C 300 740 520 790 800 770 S 1300 740 1600 770 V 900 H 0Z", c.fade(ink, "down", 0.8)),
      );
      for (const [x, s, h] of [
        [120, 1, 300],
        [190, 0.8, 220],
        [300, 1.1, 360],
        [760, 0.8, 200],
        [840, 1, 260],
      ] as const)
        c.flat(
          stroke(
            `M${x} 810 C ${x - 40 * s} ${810 - h / 3} ${x + 50 * s} ${810 - h / 1.6} ${x} ${810 - h}`,
            sage,
            16 * s,
            0.9,
          ),
        );
      const shoal: [number, number, number, number, string][] = [
        [300, 330, 1.5, -14, ochre],
        [470, 250, 1.1, -8, blush],
        [500, 420, 1.25, -4, ochre],
        [660, 330, 1.2, 4, rust],
        [690, 500, 1, 8, blush],
        [840, 400, 1.05, 14, ochre],
        [360, 520, 1, -10, rust],
        [560, 600, 0.9, 6, ochre],
        [830, 250, 0.85, 10, blush],
        [200, 470, 0.8, -16, blush],
        [930, 540, 0.8, 22, rust],
      ];
      for (const [x, y, s, angle, color] of shoal) c.flat(turn(angle, x, y, place(x, y, s, fish(color))));
      c.dust(rect(0, 0, 1600, 900, c.fade(night, "down", 0.45)));
      for (const [x, y, r] of [
        [980, 200, 12],
        [1000, 160, 8],
        [972, 128, 6],
        [250, 190, 9],
        [264, 160, 6],
      ] as const)
        c.flat(
          `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${cream}" stroke-width="3" opacity="0.7"/>`,
        );
      return c;
    },
  },
  {
    name: "diver",
    alt: "A diver in a yellow helmet far down in dark green water, with a cone of light from his lamp.",
    draw: () => {
      const c = createCanvas("#1b3f47");
      c.dust(
        rect(0, 0, 1600, 500, c.fade("#6fa29a", "up", 0.9)),
        rect(0, 300, 1600, 600, c.fade(ink, "down", 0.85)),
      );
      c.dust(path("M860 470 L 1600 250 V 780 Z", c.fade(ochre, "left", 0.85)));
      for (const y of steps(6, 180, 860)) {
        c.flat(rect(1330, y, 300, 22, "#122c35", 4));
        c.dust(rect(1330, y, 300, 22, c.fade(ochre, "left", 0.8)));
      }
      c.flat(rect(1330, 120, 26, 800, "#122c35"));
      c.flat(stroke("M640 0 C 600 140 720 240 690 380", rust, 9));
      // Body, helmet, arm with the lamp.
      c.flat(
        path(
          "M560 540 C 560 440 640 400 720 410 C 800 420 850 470 850 560 L 830 720 C 760 760 640 760 580 720 Z",
          ink,
        ),
      );
      c.flat(
        path("M590 700 C 480 740 380 760 270 740 L 262 790 C 400 830 560 810 660 740 Z", ink),
        path("M280 735 C 220 700 180 700 130 720 C 170 760 200 800 262 800Z", rust),
      );
      c.flat(circle(722, 390, 118, ochre));
      c.dust(circle(722, 390, 118, c.fade(rust, "left", 0.85)));
      c.flat(
        circle(764, 394, 66, ink),
        circle(764, 394, 54, "#2e6068"),
        path("M728 368 C 742 350 770 344 792 356 C 770 356 746 366 736 386Z", cream),
      );
      c.flat(
        path("M790 520 C 850 500 880 480 900 462 L 930 500 C 900 540 850 580 800 600Z", ink),
        rect(886, 440, 66, 44, slate, 8),
      );
      c.dust(
        path(
          "M560 540 C 560 440 640 400 720 410 C 800 420 850 470 850 560 L 830 720 C 760 760 640 760 580 720 Z",
          c.fade(teal, "right", 0.8),
        ),
      );
      for (const [x, y, r] of [
        [660, 240, 16],
        [636, 190, 11],
        [668, 150, 20],
        [640, 96, 13],
        [672, 52, 9],
        [700, 210, 8],
      ] as const)
        c.flat(
          `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${cream}" stroke-width="4" opacity="0.75"/>`,
        );
      return c;
    },
  },
  {
    name: "pool",
    alt: "A swimming pool from above, with lanes and one swimmer leaving a long wake.",
    draw: () => {
      const c = createCanvas(blush);
      c.dust(rect(0, 0, 1600, 900, c.fade(rust, "right", 0.3)));
      for (const x of steps(21, 0, 1600)) c.flat(rect(x - 1, 0, 2, 900, paper));
      for (const y of steps(12, 0, 900)) c.flat(rect(0, y - 1, 1600, 2, paper));
      c.flat(rect(150, 110, 1300, 680, cream, 16), rect(176, 136, 1248, 628, "#5f9a99", 6));
      c.dust(
        rect(176, 136, 1248, 628, c.fade(night, "down", 0.55)),
        rect(176, 136, 1248, 90, c.fade(ink, "up", 0.7)),
      );
      for (const y of [261, 387, 513, 639]) {
        c.flat(stroke(`M176 ${y} H 1424`, cream, 6, 0.9));
        c.flat(
          `<path d="M176 ${y} H 1424" stroke="${rust}" stroke-width="10" stroke-dasharray="46 46" opacity="0.95"/>`,
        );
      }
      for (const y of [198, 324, 450, 576, 702])
        c.flat(rect(300, y - 5, 1000, 10, night, 5).replace("/>", ' opacity="0.35"/>'));
      c.flat(
        path("M860 450 C 640 424 420 430 230 444 V 458 C 420 470 640 476 860 450Z", cream).replace(
          "/>",
          ' opacity="0.45"/>',
        ),
      );
      c.flat(
        path(
          "M770 428 C 830 414 900 420 930 440 C 940 448 940 456 930 462 C 900 482 830 486 770 474 Z",
          blush,
        ),
        circle(958, 451, 26, ochre),
      );
      c.flat(
        stroke("M920 436 C 970 404 1010 400 1052 420", blush, 20),
        stroke("M880 470 C 850 510 830 512 800 506", blush, 18),
      );
      c.flat(
        path("M770 430 C 740 440 660 444 620 446 L 620 458 C 660 460 740 466 770 474Z", blush),
        rect(790, 432, 66, 40, night, 14),
      );
      c.dust(
        path(
          "M770 428 C 830 414 900 420 930 440 C 940 448 940 456 930 462 C 900 482 830 486 770 474 Z",
          c.fade(rust, "down", 0.5),
        ),
      );
      for (const y of [198, 324, 450, 576, 702])
        c.flat(rect(92, y - 32, 66, 64, slate, 8), rect(102, y - 24, 46, 48, paper, 5));
      return c;
    },
  },
  {
    name: "bridge",
    alt: "A low stone bridge over a river at dawn, with a cyclist crossing.",
    draw: () => {
      const c = createCanvas(blush);
      c.dust(rect(0, 0, 1600, 520, c.fade(ochre, "down", 0.75)));
      c.flat(circle(1120, 360, 130, rust));
      c.dust(circle(1120, 360, 130, c.fade(ochre, "up", 0.7)));
      c.flat(path("M0 470 C 240 380 460 430 700 410 S 1240 360 1600 430 V 640 H 0Z", slate));
      c.dust(
        path("M0 470 C 240 380 460 430 700 410 S 1240 360 1600 430 V 640 H 0Z", c.fade(blush, "down", 0.8)),
      );
      for (const [x, s] of [
        [80, 1],
        [150, 1.3],
        [230, 0.9],
        [1430, 1.2],
        [1510, 0.9],
      ] as const)
        c.flat(tree(x, 560, s, sage));
      c.flat(rect(0, 600, 1600, 300, teal));
      c.dust(
        rect(0, 600, 1600, 300, c.fade(night, "down", 0.8)),
        rect(1030, 706, 180, 194, c.fade(ochre, "up", 0.85)),
      );
      // Three arches.
      c.flat(
        path(
          "M0 520 C 400 440 1200 440 1600 520 V 700 H 1500 A 150 150 0 0 0 1200 700 H 1000 A 200 200 0 0 0 600 700 H 400 A 150 150 0 0 0 100 700 H 0Z",
          ink,
        ),
      );
      c.dust(
        path(
          "M0 520 C 400 440 1200 440 1600 520 V 700 H 1500 A 150 150 0 0 0 1200 700 H 1000 A 200 200 0 0 0 600 700 H 400 A 150 150 0 0 0 100 700 H 0Z",
          c.fade(slate, "up", 0.85),
        ),
      );
      c.flat(stroke("M0 500 C 400 420 1200 420 1600 500", ink, 12));
      // The cyclist.
      c.flat(
        place(
          740,
          372,
          1.05,
          `<circle cx="-52" cy="40" r="34" fill="none" stroke="${ink}" stroke-width="7"/><circle cx="58" cy="40" r="34" fill="none" stroke="${ink}" stroke-width="7"/>`,
          stroke("M-52 40 L -14 -8 L 44 -8 L 4 40 L -14 -8 M 58 40 L 40 -26 M 4 40 L -52 40", ink, 7),
          path(
            "M-26 -18 C -22 -70 10 -92 30 -86 C 44 -80 40 -60 30 -52 L 46 -22 L 34 -16 L 8 -50 L 0 -14 L -22 -10Z",
            rust,
          ),
          circle(34, -106, 18, ink),
          stroke("M-8 -14 L 16 12 L 4 42", night, 13),
        ),
      );
      c.flat(...ripples("bridge", 30, 700, 880, cream, 0.4));
      return c;
    },
  },
  {
    name: "water-tower",
    alt: "A brick water tower above rows of poplars in evening light.",
    draw: () => {
      const c = createCanvas("#eec99a");
      c.dust(rect(0, 0, 1600, 640, c.fade(rust, "up", 0.55)));
      c.flat(circle(360, 300, 110, cream));
      c.dust(circle(360, 300, 260, c.fade(cream, "in", 0.6)));
      c.flat(path("M0 640 C 400 580 900 620 1600 570 V 900 H 0Z", sage));
      c.dust(path("M0 640 C 400 580 900 620 1600 570 V 900 H 0Z", c.fade(night, "down", 0.85)));
      for (const x of steps(9, 60, 760)) {
        const tall = 190 + ((x * 7) % 70);
        c.flat(ellipse(x, 640 - tall / 2, 27, tall / 2, teal));
        c.dust(ellipse(x, 640 - tall / 2, 27, tall / 2, c.fade(ink, "right", 0.9)));
      }
      // The tower: legs, drum, cap.
      const shaft = "M1020 700 L 1050 330 H 1210 L 1240 700Z";
      const drum = "M960 170 H 1300 L 1280 340 C 1220 380 1040 380 980 340Z";
      c.flat(
        path(shaft, rust),
        path(drum, "#c8694a"),
        path("M930 170 L 1130 60 L 1330 170Z", night),
        rect(1122, 24, 16, 50, night),
      );
      for (const y of [420, 510, 600]) c.flat(rect(1112, y, 36, 56, night, 18));
      for (const x of [1010, 1070, 1130, 1190, 1250]) c.flat(rect(x - 12, 220, 24, 60, ochre, 12));
      c.dust(
        path(shaft, c.fade(ink, "right", 0.85)),
        path(drum, c.fade(ink, "right", 0.8)),
        path("M930 170 L 1130 60 L 1330 170Z", c.fade(slate, "left", 0.6)),
      );
      c.dust(path("M1240 700 L 1600 640 V 760 L 1260 740Z", c.fade(ink, "left", 0.6)));
      c.flat(
        path("M0 790 C 500 720 900 760 1600 700 V 730 C 900 800 500 770 0 840Z", paper).replace(
          "/>",
          ' opacity="0.85"/>',
        ),
      );
      for (const [x, y] of [
        [520, 200],
        [570, 180],
        [630, 206],
        [700, 160],
      ] as const)
        c.flat(
          stroke(
            `M${x - 18} ${y - 8} Q ${x - 8} ${y - 16} ${x} ${y} Q ${x + 8} ${y - 16} ${x + 18} ${y - 8}`,
            ink,
            5,
          ),
        );
      return c;
    },
  },
  {
    name: "harbour",
    alt: "A harbour with a red ship under cranes, seen across still water.",
    draw: () => {
      const c = createCanvas(paper);
      c.dust(rect(0, 0, 1600, 560, c.fade(slate, "up", 0.65)));
      c.flat(rect(0, 560, 1600, 340, "#5b8a8b"));
      c.dust(rect(0, 560, 1600, 340, c.fade(night, "down", 0.85)));
      for (const [x, flip] of [
        [260, 1],
        [620, 1],
        [1340, -1],
      ] as const) {
        c.flat(
          place(
            x,
            560,
            1,
            `<g transform="scale(${flip} 1)">`,
            stroke("M-40 0 L -20 -330 M 60 0 L 20 -330 M -34 -100 H 48 M -26 -220 H 34", ink, 12),
            stroke("M-90 -330 L 250 -380 M 0 -330 L 0 -430 L 190 -370 M 0 -430 L -90 -330", ink, 9),
            rect(-30, -370, 60, 50, rust),
            stroke("M190 -368 V -210", ink, 4),
            rect(160, -210, 60, 44, ochre),
            "</g>",
          ),
        );
      }
      const hull = "M520 470 H 1280 L 1220 640 H 590 Z";
      c.flat(
        path(hull, rust),
        path("M560 590 H 1236 L 1220 640 H 590Z", night),
        rect(1060, 330, 150, 140, cream),
        rect(1090, 270, 60, 70, ink),
        rect(1090, 290, 60, 16, ochre),
      );
      for (const x of [1076, 1112, 1148, 1182]) c.flat(rect(x, 356, 20, 22, teal, 3));
      for (const [x, y, color] of [
        [600, 410, ochre],
        [700, 410, sage],
        [800, 410, blush],
        [900, 410, teal],
        [650, 350, teal],
        [750, 350, ochre],
        [850, 350, slate],
      ] as const)
        c.flat(rect(x, y, 94, 58, color));
      c.dust(path(hull, c.fade(ink, "down", 0.55)), rect(600, 350, 394, 118, c.fade(ink, "right", 0.35)));
      c.dust(rect(560, 640, 680, 140, c.fade(rust, "up", 0.7)));
      c.flat(...ripples("harbour", 36, 650, 880, cream, 0.4));
      return c;
    },
  },
];
