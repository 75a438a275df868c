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
import { house, person, stars, tree } from "../motifs.ts";
import type { Scene } from "../scene.ts";

export const townScenes: Scene[] = [
  {
    name: "hospital",
    alt: "White sheets on washing lines in front of a hospital, in a light wind.",
    draw: () => {
      const c = createCanvas("#cfdcd3");
      c.dust(rect(0, 0, 1600, 640, c.fade(teal, "up", 0.55)));
      c.flat(
        rect(360, 150, 880, 470, paper),
        rect(700, 70, 200, 550, cream),
        rect(784, 110, 32, 96, rust),
        rect(752, 142, 96, 32, rust),
      );
      for (const y of [240, 340, 440])
        for (const x of [400, 480, 560, 640, 920, 1000, 1080, 1160])
          c.flat(rect(x, y, 44, 62, (x + y) % 3 === 0 ? ochre : teal, 3));
      c.dust(
        rect(360, 150, 880, 470, c.fade(slate, "right", 0.6)),
        rect(700, 70, 200, 550, c.fade(slate, "right", 0.45)),
      );
      c.flat(rect(0, 600, 1600, 300, sage));
      c.dust(rect(0, 600, 1600, 300, c.fade(night, "down", 0.7)));
      for (const [y, s] of [
        [430, 0.8],
        [520, 1.15],
      ] as const) {
        c.flat(stroke(`M-20 ${y} Q 800 ${y + 44} 1620 ${y - 10}`, ink, 5));
        for (const [index, x] of steps(s < 1 ? 7 : 5, s < 1 ? 60 : 20, s < 1 ? 1420 : 1290).entries()) {
          const w = 180 * s;
          const h = (s < 1 ? 200 : 260) * s;
          const top = y + 18 + (index % 2) * 4;
          const sheet = `M${x} ${top} Q ${x + w / 2} ${top + 14} ${x + w} ${top} C ${x + w + 34} ${top + h * 0.4} ${x + w - 10} ${top + h * 0.7} ${x + w + 26} ${top + h} C ${x + w * 0.6} ${top + h - 26} ${x + w * 0.4} ${top + h + 22} ${x + 22} ${top + h - 6} C ${x - 10} ${top + h * 0.6} ${x + 24} ${top + h * 0.4} ${x} ${top}Z`;
          c.flat(path(sheet, index % 3 === 1 ? blush : cream));
          c.dust(path(sheet, c.fade(slate, "right", 0.6)));
          c.flat(rect(x + 4, top - 18, 9, 30, rust, 3), rect(x + w - 12, top - 18, 9, 30, rust, 3));
        }
      }
      return c;
    },
  },
  {
    name: "letters",
    alt: "A wall of letterboxes in many colours, a letter sticking out of one of them.",
    draw: () => {
      const c = createCanvas(paper);
      const colors = [teal, rust, sage, ochre, night, blush, slate];
      steps(7, 40, 1360).forEach((x, column) => {
        steps(4, 40, 670).forEach((y, row) => {
          const color = colors[(column * 3 + row * 5) % colors.length] ?? teal;
          c.flat(
            rect(x, y, 200, 190, color, 10),
            rect(x + 32, y + 44, 136, 22, ink, 6),
            rect(x + 56, y + 112, 88, 40, cream, 4),
            circle(x + 176, y + 164, 8, ink),
          );
          c.flat(rect(x + 66, y + 124, 60, 5, slate), rect(x + 66, y + 136, 40, 5, slate));
          c.dust(rect(x, y, 200, 190, c.fade(ink, "down", 0.55)));
        });
      });
      c.flat(
        turn(
          -9,
          820,
          350,
          rect(716, 190, 220, 120, cream, 4),
          path("M716 190 L 826 262 L 936 190", blush),
          rect(890, 204, 30, 36, rust, 2),
        ),
      );
      c.dust(turn(-9, 820, 350, rect(716, 190, 220, 120, c.fade(slate, "down", 0.5), 4)));
      c.flat(rect(732, 294, 136, 24, ink, 6));
      return c;
    },
  },
  {
    name: "snow-village",
    alt: "A village in deep snow under blue mountains, smoke from one chimney only.",
    draw: () => {
      const c = createCanvas("#8fb0b6");
      c.dust(rect(0, 0, 1600, 520, c.fade(night, "up", 0.75)));
      c.flat(
        path(
          "M-40 560 L 300 150 L 520 400 L 760 90 L 1080 470 L 1290 250 L 1660 600 V 700 H -40Z",
          "#3d6070",
        ),
      );
      c.dust(
        path(
          "M300 150 L 520 400 L 360 600 L 330 400Z M760 90 L 1080 470 L 860 620 L 800 360Z M1290 250 L 1660 600 L 1360 600Z",
          c.fade(night, "right", 0.95),
        ),
      );
      c.flat(
        path("M300 150 L 400 268 L 340 250 L 300 300 L 262 240 L 214 254Z", cream),
        path("M760 90 L 880 232 L 810 220 L 764 280 L 716 214 L 660 222Z", cream),
        path("M1290 250 L 1370 328 L 1316 322 L 1286 352 L 1250 314 L 1214 326Z", cream),
      );
      c.flat(path("M0 560 C 300 470 520 560 820 520 S 1360 470 1600 540 V 900 H 0Z", cream));
      c.dust(
        path("M0 560 C 300 470 520 560 820 520 S 1360 470 1600 540 V 900 H 0Z", c.fade(slate, "down", 0.7)),
      );
      for (const [x, y, w, h, color] of [
        [240, 560, 130, 100, rust],
        [400, 590, 110, 90, ochre],
        [540, 550, 150, 120, "#8d4a35"],
        [930, 560, 140, 110, rust],
        [1100, 590, 110, 90, blush],
        [1230, 556, 150, 110, "#8d4a35"],
      ] as const) {
        c.flat(
          house(x, y, w, h, color, cream),
          path(
            `M${x - 16} ${y + 6} L ${x + w / 2} ${y - w * 0.46} L ${x + w + 16} ${y + 6} L ${x + w} ${y - 4} L ${x + w / 2} ${y - w * 0.34} L ${x} ${y - 4}Z`,
            cream,
          ),
        );
      }
      c.flat(
        rect(742, 480, 60, 190, paper),
        path("M736 482 L 772 330 L 808 482Z", rust),
        circle(772, 520, 13, ink),
      );
      c.dust(rect(742, 480, 60, 190, c.fade(slate, "right", 0.8)));
      c.flat(path("M0 700 C 420 610 700 720 1040 670 S 1500 640 1600 670 V 900 H 0Z", cream));
      c.dust(
        path(
          "M0 700 C 420 610 700 720 1040 670 S 1500 640 1600 670 V 900 H 0Z",
          c.fade("#7fa0aa", "down", 0.9),
        ),
      );
      for (const [x, y, s] of [
        [90, 720, 1.5],
        [180, 760, 1.1],
        [1420, 720, 1.6],
        [1520, 760, 1.2],
      ] as const)
        for (const row of [0, 1, 2])
          c.flat(
            path(
              `M${x - (60 - row * 14) * s} ${y - row * 50 * s} L ${x} ${y - (120 + row * 50) * s} L ${x + (60 - row * 14) * s} ${y - row * 50 * s}Z`,
              row === 2 ? "#35605f" : "#2b5153",
            ),
          );
      return c;
    },
  },
  {
    name: "street-cut",
    alt: "A street cut open like a cake: people and trees above, two thick warm pipes below.",
    draw: () => {
      const c = createCanvas("#e9d8bf");
      c.dust(rect(0, 0, 1600, 420, c.fade(ochre, "up", 0.4)));
      const fronts = [teal, blush, rust, cream, sage, "#6b8a93", ochre, rust];
      steps(8, 0, 1400).forEach((x, index) => {
        const tall = 250 + ((index * 67) % 110);
        c.flat(rect(x, 430 - tall, 200, tall, fronts[index] ?? teal));
        for (const row of [0, 1, 2])
          for (const col of [0, 1, 2])
            c.flat(
              rect(
                x + 26 + col * 54,
                452 - tall + row * 82,
                34,
                50,
                (index + row + col) % 4 === 0 ? ochre : ink,
                3,
              ),
            );
        c.dust(rect(x, 430 - tall, 200, tall, c.fade(ink, "right", 0.35)));
      });
      c.flat(rect(0, 426, 1600, 40, slate), rect(0, 426, 1600, 10, cream));
      for (const [x, coat, hair] of [
        [250, night, ink],
        [330, ochre, "#5a3a2a"],
        [880, rust, ink],
        [1320, teal, "#7a4b2e"],
      ] as const)
        c.flat(place(x, 432, 0.72, person(coat, x > 800 ? "#9a6a4c" : blush, hair)));
      for (const x of [120, 560, 1090, 1480]) c.flat(tree(x, 430, 1.1, sage));
      c.flat(rect(0, 466, 1600, 434, "#7a5a45"));
      c.dust(
        rect(0, 466, 1600, 434, c.fade(ink, "down", 0.85)),
        rect(0, 466, 1600, 90, c.fade(ink, "up", 0.4)),
      );
      for (const [x, y, r] of [
        [90, 540, 20],
        [400, 820, 30],
        [720, 530, 16],
        [1010, 850, 24],
        [1300, 540, 22],
        [1500, 810, 18],
        [230, 860, 14],
      ] as const)
        c.flat(ellipse(x, y, r * 1.4, r, "#96755a"));
      for (const [y, color, glow] of [
        [610, rust, ochre],
        [730, teal, slate],
      ] as const) {
        c.dust(rect(0, y - 60, 1600, 190, c.fade(glow, "in", 0.5)));
        c.flat(rect(0, y, 1600, 78, color));
        for (const x of [180, 620, 1060, 1500]) c.flat(rect(x, y - 8, 40, 94, ink, 5));
        c.dust(rect(0, y, 1600, 78, c.fade(ink, "down", 0.8)));
        c.flat(stroke(`M0 ${y + 16} H 1600`, cream, 5, 0.5));
      }
      for (const x of [300, 900, 1340])
        c.flat(
          path(`M${x} 636 h 44 l -10 -12 h 14 l 24 25 l -24 25 h -14 l 10 -12 h -44Z`, cream),
          path(`M${x + 120} 756 h -44 l 10 -12 h -14 l -24 25 l 24 25 h 14 l -10 -12 h 44Z`, cream),
        );
      return c;
    },
  },
  {
    name: "windows",
    alt: "The side of an apartment block at dusk; in every window somebody is doing something warm.",
    draw: () => {
      const c = createCanvas("#24394a");
      c.dust(rect(0, 0, 1600, 900, c.fade(rust, "down", 0.35)));
      const glow = [ochre, "#e8c27a", ochre, "#c98b4c", "#efd7a4"];
      steps(5, 70, 1290).forEach((x, column) => {
        steps(3, 60, 620).forEach((y, row) => {
          const isDark = (column * 2 + row * 3) % 7 === 4;
          const fill = isDark ? "#1a2b39" : (glow[(column + row * 2) % glow.length] ?? ochre);
          c.flat(rect(x, y, 240, 220, fill, 4));
          if (!isDark) c.dust(rect(x, y, 240, 220, c.fade(rust, "down", 0.55)));
          const scene = (column + row * 5) % 6;
          if (!isDark && scene === 0) c.flat(place(x + 120, y + 222, 0.95, person(teal, blush, ink)));
          if (!isDark && scene === 1)
            c.flat(
              ellipse(x + 120, y + 206, 60, 26, ink),
              circle(x + 168, y + 182, 22, ink),
              path(`M${x + 152} ${y + 170} l 4 -22 l 12 14 l 14 -14 l 4 22Z`, ink),
              stroke(
                `M${x + 66} ${y + 200} C ${x + 30} ${y + 190} ${x + 40} ${y + 150} ${x + 56} ${y + 150}`,
                ink,
                9,
              ),
            );
          if (!isDark && scene === 2)
            c.flat(
              rect(x + 60, y + 120, 12, 100, ink),
              rect(x + 168, y + 120, 12, 100, ink),
              rect(x + 40, y + 112, 160, 14, ink),
              path(`M${x + 100} ${y + 112} v -26 h 40 v 26Z`, rust),
              stroke(`M${x + 112} ${y + 76} q 8 -14 0 -26 M${x + 128} ${y + 76} q 8 -14 0 -26`, cream, 4),
            );
          if (!isDark && scene === 3)
            c.flat(
              place(x + 84, y + 222, 0.9, person(rust, "#9a6a4c", ink)),
              place(x + 164, y + 222, 0.6, person(sage, blush, "#7a4b2e")),
            );
          if (!isDark && scene === 4)
            for (const px of [50, 110, 170])
              c.flat(
                rect(x + px, y + 168, 36, 52, rust, 4),
                stroke(
                  `M${x + px + 18} ${y + 168} q -22 -30 -14 -66 M${x + px + 18} ${y + 168} q 20 -26 18 -54 M${x + px + 18} ${y + 168} v -80`,
                  "#2f5a4c",
                  8,
                ),
              );
          if (!isDark && scene === 5)
            c.flat(
              rect(x + 30, y + 40, 70, 130, night, 4),
              ...[52, 78, 104, 130].map((s) => rect(x + 36, y + s, 58, 4, ochre)),
              place(x + 164, y + 222, 0.95, person(night, blush, "#c9b08a")),
            );
          c.flat(
            stroke(
              `M${x + 120} ${y} V ${y + 220} M${x} ${y} H ${x + 240} V ${y + 220} H ${x}Z`,
              "#16242f",
              9,
            ),
            rect(x - 12, y + 220, 264, 16, "#31495a", 3),
          );
        });
      });
      return c;
    },
  },
  {
    name: "data-centre",
    alt: "Rows of server cabinets in blue light; a warm red pipe leaves the room towards a small house.",
    draw: () => {
      const c = createCanvas(night);
      c.dust(rect(0, 0, 1600, 900, c.fade(teal, "left", 0.5)));
      c.flat(path("M0 720 H 1600 V 900 H 0Z", "#15252f"));
      steps(6, 70, 870).forEach((x, column) => {
        c.flat(rect(x, 150, 130, 580, "#101c26", 6));
        steps(11, 176, 690).forEach((y, row) => {
          c.flat(rect(x + 14, y, 102, 30, "#27404e", 3));
          c.flat(
            circle(
              x + 96,
              y + 15,
              5,
              (column * 5 + row * 3) % 4 === 0 ? rust : (column + row) % 2 ? sage : ochre,
            ),
            rect(x + 24, y + 12, 44, 5, slate),
          );
        });
        c.dust(rect(x, 150, 130, 580, c.fade(teal, "up", 0.55)));
      });
      const pipe = "M-20 90 H 1060 C 1130 90 1150 120 1150 180 V 640 C 1150 700 1180 720 1240 720 H 1330";
      c.dust(rect(1020, 360, 640, 560, c.fade(ochre, "in", 0.6)));
      c.flat(stroke(pipe, rust, 50), stroke(pipe, "#d68a66", 8, 0.8));
      for (const x of [135, 295, 455, 615, 775, 935]) c.flat(stroke(`M${x} 150 V 112`, rust, 20));
      c.flat(house(1310, 580, 200, 180, cream, ochre));
      c.dust(rect(1310, 580, 200, 180, c.fade(rust, "right", 0.5)));
      c.flat(rect(0, 758, 1600, 6, slate), tree(1540, 762, 1.1, sage));
      return c;
    },
  },
  {
    name: "greenhouse",
    alt: "A lit greenhouse at blue hour, full of tomato plants, snow on the ground.",
    draw: () => {
      const c = createCanvas("#27485c");
      c.dust(rect(0, 0, 1600, 600, c.fade(blush, "down", 0.65)));
      c.flat(
        ...stars("greenhouse", 26, 0, 0, 1600, 240),
        path("M0 560 C 400 500 900 560 1600 510 V 900 H 0Z", "#c9d3d2"),
      );
      c.dust(
        path("M0 560 C 400 500 900 560 1600 510 V 900 H 0Z", c.fade(night, "down", 0.75)),
        ellipse(800, 660, 900, 260, c.fade(ochre, "in", 0.8)),
      );
      const glass = "M260 720 V 400 L 530 250 L 800 400 L 1070 250 L 1340 400 V 720Z";
      c.flat(path(glass, "#efc06a"));
      c.dust(path(glass, c.fade(rust, "down", 0.6)));
      for (const [index, x] of steps(13, 310, 1290).entries()) {
        const top = 450 + ((index * 37) % 60);
        c.flat(stroke(`M${x} 720 C ${x - 12} 640 ${x + 12} 560 ${x} ${top}`, "#2f5a4c", 9));
        for (const [step, y] of steps(5, top + 10, 670).entries()) {
          const side = step % 2 ? 1 : -1;
          c.flat(
            path(
              `M${x} ${y} q ${side * 40} -34 ${side * 58} 4 q ${side * -30} 20 ${side * -58} -4Z`,
              step % 2 ? "#3f6b52" : "#55805f",
            ),
          );
          if ((index + step) % 2 === 0) c.flat(circle(x - side * 16, y + 18, 13, rust));
        }
      }
      c.flat(
        stroke(
          `${glass} M800 400 V 720 M260 400 H 1340 M530 250 V 720 M1070 250 V 720 M395 325 V 720 M665 325 V 720 M935 325 V 720 M1205 325 V 720`,
          cream,
          8,
        ),
        stroke("M260 560 H 1340", cream, 4),
      );
      c.flat(rect(236, 712, 1128, 30, ink, 4));
      return c;
    },
  },
  {
    name: "plan",
    alt: "A town plan from above with a river through it and one red line joining the blocks.",
    draw: () => {
      const c = createCanvas("#e7dcc6");
      c.flat(
        path(
          "M-20 250 C 260 180 420 420 700 400 S 1160 160 1620 300 V 470 C 1200 340 1020 560 720 570 S 260 380 -20 440Z",
          teal,
        ),
      );
      c.dust(
        path(
          "M-20 250 C 260 180 420 420 700 400 S 1160 160 1620 300 V 470 C 1200 340 1020 560 720 570 S 260 380 -20 440Z",
          c.fade(night, "right", 0.6),
        ),
      );
      const blocks: [number, number, number, number, number, string][] = [
        [60, 40, 150, 100, 4, blush],
        [250, 30, 120, 90, 6, cream],
        [420, 60, 170, 120, 10, slate],
        [640, 60, 140, 150, 4, blush],
        [830, 50, 160, 110, -4, cream],
        [1040, 40, 120, 100, -6, sage],
        [1210, 50, 150, 90, -4, blush],
        [1410, 60, 150, 120, 3, slate],
        [470, 230, 120, 80, 12, cream],
        [640, 256, 90, 70, 2, rust],
        [800, 220, 130, 100, -12, slate],
        [80, 520, 130, 110, 6, slate],
        [260, 560, 160, 100, 12, blush],
        [90, 690, 180, 140, 3, cream],
        [330, 720, 130, 130, 4, sage],
        [520, 640, 140, 100, 6, slate],
        [520, 780, 150, 90, 2, blush],
        [730, 650, 130, 120, -2, cream],
        [920, 610, 150, 110, -10, blush],
        [740, 810, 160, 70, 0, slate],
        [960, 770, 140, 110, -6, sage],
        [1150, 560, 140, 120, -8, slate],
        [1160, 730, 170, 120, -3, cream],
        [1360, 540, 180, 110, 5, blush],
        [1400, 710, 150, 140, 3, rust],
      ];
      for (const [x, y, w, h, angle, color] of blocks) {
        c.flat(
          turn(
            angle,
            x,
            y,
            rect(x, y, w, h, color, 6),
            rect(x + w * 0.3, y + h * 0.32, w * 0.4, h * 0.36, "#e7dcc6", 3),
          ),
        );
        c.dust(turn(angle, x, y, rect(x, y, w, h, c.fade(ink, "down", 0.45), 6)));
      }
      c.flat(
        stroke("M400 -20 L 440 560 L 480 920 M900 -20 L 880 300 L 900 600 L 910 920", paper, 34),
        stroke("M400 -20 L 440 560 L 480 920 M900 -20 L 880 300 L 900 600 L 910 920", slate, 3, 0.5),
      );
      c.flat(
        stroke(
          "M30 480 H 230 L 250 680 H 500 L 500 620 L 700 620 L 890 600 L 1110 580 V 700 H 1340 V 680 H 1560 M700 620 V 780 H 1110 M890 600 V 190 H 620 V 200 H 230 V 150 H 40 M890 190 H 1390 V 30",
          rust,
          13,
        ),
      );
      for (const [x, y] of [
        [250, 680],
        [700, 620],
        [890, 600],
        [1110, 580],
        [620, 190],
        [1340, 690],
        [890, 190],
      ] as const)
        c.flat(circle(x, y, 19, cream), circle(x, y, 12, rust));
      c.flat(
        circle(700, 470, 44, cream),
        circle(700, 470, 34, rust),
        stroke("M700 500 V 610", rust, 13),
        path("M688 486 l 12 -34 l 12 34Z", cream),
      );
      return c;
    },
  },
];
