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
import { house, stars, tree } from "../motifs.ts";
import type { Scene } from "../scene.ts";

const gear = (radius: number, teeth: number, color: string, hub: string): string =>
  [
    ...Array.from({ length: teeth }, (_, index) =>
      turn(
        (360 / teeth) * index,
        0,
        0,
        rect(-radius * 0.13, -radius * 1.18, radius * 0.26, radius * 0.4, color, 4),
      ),
    ),
    circle(0, 0, radius, color),
    circle(0, 0, radius * 0.42, hub),
  ].join("");

export const craftScenes: Scene[] = [
  {
    name: "heat-pump",
    alt: "A large heat pump with a round fan in a school yard, hopscotch chalked in front of it.",
    draw: () => {
      const c = createCanvas("#d9e0d2");
      c.dust(rect(0, 0, 1600, 560, c.fade(teal, "up", 0.4)));
      c.flat(rect(0, 250, 420, 360, rust), rect(1240, 200, 400, 410, "#c8694a"));
      for (const y of [300, 420])
        for (const x of [50, 170, 290])
          c.flat(rect(x, y, 80, 84, cream, 3), rect(x + 6, y + 6, 68, 72, teal));
      for (const y of [250, 380])
        for (const x of [1300, 1430]) c.flat(rect(x, y, 90, 92, cream, 3), rect(x + 6, y + 6, 78, 80, teal));
      c.dust(
        rect(0, 250, 420, 360, c.fade(ink, "left", 0.5)),
        rect(1240, 200, 400, 410, c.fade(ink, "right", 0.6)),
      );
      c.flat(rect(0, 600, 1600, 300, "#b9a78d"));
      c.dust(
        rect(0, 600, 1600, 300, c.fade(ink, "down", 0.5)),
        ellipse(840, 690, 470, 46, c.fade(ink, "in", 0.9)),
      );
      c.flat(
        rect(480, 250, 660, 430, paper, 14),
        rect(480, 250, 660, 30, slate, 8),
        rect(510, 668, 90, 30, ink),
        rect(1020, 668, 90, 30, ink),
      );
      c.dust(rect(480, 250, 660, 430, c.fade(slate, "right", 0.75)));
      c.flat(circle(700, 480, 158, ink), circle(700, 480, 142, "#34454d"));
      for (const angle of [0, 72, 144, 216, 288])
        c.flat(
          turn(angle, 700, 480, path("M700 480 C 740 430 790 380 760 350 C 720 336 690 380 700 480Z", sage)),
        );
      c.dust(circle(700, 480, 142, c.fade(ink, "down", 0.85)));
      c.flat(
        circle(700, 480, 26, cream),
        ...[60, 95, 130].map(
          (r) =>
            `<circle cx="700" cy="480" r="${r}" fill="none" stroke="${cream}" stroke-width="3" opacity="0.45"/>`,
        ),
      );
      for (const y of steps(8, 330, 580)) c.flat(rect(900, y, 190, 14, slate, 6));
      c.flat(
        stroke("M1140 540 H 1260", rust, 26),
        stroke("M1140 610 H 1260", teal, 26),
        rect(910, 610, 70, 40, ochre, 5),
      );
      c.flat(
        tree(1180, 610, 0.1, sage),
        ...[0, 1, 2, 3, 4].map((i) =>
          turn(
            -8,
            300,
            800,
            `<rect x="${180 + i * 92}" y="${i % 2 ? 766 : 766}" width="84" height="74" fill="none" stroke="${cream}" stroke-width="6" opacity="0.9"/>`,
          ),
        ),
        turn(-8, 300, 800, circle(222, 804, 14, rust)),
      );
      return c;
    },
  },
  {
    name: "sound",
    alt: "A cello leaning in a kitchen at night, with rings of sound spreading through the floor.",
    draw: () => {
      const c = createCanvas("#2a4151");
      c.dust(rect(0, 0, 1600, 900, c.fade(ink, "down", 0.6)));
      for (const [index, r] of steps(9, 120, 1080).entries())
        c.flat(
          `<circle cx="980" cy="760" r="${r}" fill="none" stroke="${index % 2 ? ochre : cream}" stroke-width="${9 - index * 0.8}" opacity="${0.75 - index * 0.07}"/>`,
        );
      c.flat(rect(0, 730, 1600, 170, "#4c3a33"));
      c.dust(rect(0, 730, 1600, 170, c.fade(ink, "down", 0.85)));
      for (const r of [120, 240, 360, 480])
        c.flat(
          `<path d="M${980 - r} 760 A ${r} ${r * 0.24} 0 0 0 ${980 + r} 760" fill="none" stroke="${ochre}" stroke-width="5" opacity="0.5"/>`,
        );
      // The window and the refrigerator.
      c.flat(
        rect(1230, 120, 260, 280, night, 6),
        circle(1400, 210, 42, cream),
        ...stars("sound", 14, 1240, 130, 240, 200),
        stroke("M1230 120 h260 v280 h-260Z M1360 120 v280 M1230 260 h260", cream, 9),
      );
      c.flat(
        rect(120, 190, 260, 560, blush, 22),
        rect(120, 400, 260, 8, rust),
        rect(334, 300, 14, 70, ink, 6),
        rect(334, 440, 14, 90, ink, 6),
      );
      c.dust(rect(120, 190, 260, 560, c.fade(ink, "right", 0.8)));
      // The cello.
      const body =
        "M0 -40 C -70 -44 -112 -16 -104 40 C -98 80 -66 84 -64 118 C -62 150 -132 150 -140 234 C -146 320 -74 352 0 352 C 74 352 146 320 140 234 C 132 150 62 150 64 118 C 66 84 98 80 104 40 C 112 -16 70 -44 0 -40Z";
      const cello = [
        path(body, rust),
        rect(-16, -330, 32, 420, ink, 8),
        path("M-16 -330 C -40 -360 -20 -400 6 -392 C 30 -384 28 -356 16 -330Z", "#5a3326"),
        ...[-300, -270].flatMap((y) => [rect(-42, y, 28, 10, ink, 5), rect(14, y + 14, 28, 10, ink, 5)]),
        rect(-44, 150, 88, 14, "#5a3326", 4),
        path("M-22 240 H 22 L 12 330 H -12Z", ink),
        rect(-4, 350, 8, 84, slate),
        stroke("M-70 120 C -90 150 -50 170 -72 206 M 70 120 C 90 150 50 170 72 206", ink, 8),
        stroke("M-7 -320 V 244 M 7 -320 V 244", cream, 2.5),
      ];
      c.flat(turn(9, 800, 460, place(800, 405, 0.92, ...cello)));
      c.dust(turn(9, 800, 460, place(800, 405, 0.92, path(body, c.fade(ink, "right", 0.9)))));
      c.flat(turn(-24, 640, 560, rect(632, 250, 9, 480, blush, 4), rect(640, 270, 4, 440, cream)));
      return c;
    },
  },
  {
    name: "chart-hills",
    alt: "Hills shaped like the curve of a chart, with a dotted second line that misses them once.",
    draw: () => {
      const c = createCanvas(paper);
      for (const y of steps(7, 130, 790)) c.flat(stroke(`M90 ${y} H 1510`, slate, 2, 0.35));
      const far =
        "M0 640 C 180 560 260 380 430 400 S 640 610 800 560 S 1010 250 1180 270 S 1440 520 1600 430 V 900 H 0Z";
      const mid =
        "M0 720 C 160 700 300 520 470 560 S 760 760 940 680 S 1180 470 1330 520 S 1500 660 1600 620 V 900 H 0Z";
      const near = "M0 800 C 260 730 420 820 640 790 S 1100 700 1300 760 S 1520 800 1600 770 V 900 H 0Z";
      c.flat(circle(260, 240, 90, ochre));
      c.dust(circle(260, 240, 90, c.fade(rust, "down", 0.7)));
      for (const [d, color, shade] of [
        [far, "#8fb0ad", teal],
        [mid, teal, night],
        [near, night, ink],
      ] as const) {
        c.flat(path(d, color));
        c.dust(path(d, c.fade(shade, "down", 0.85)));
      }
      c.flat(
        stroke(
          "M0 640 C 180 560 260 380 430 400 S 640 610 800 560 S 1010 250 1180 270 S 1440 520 1600 430",
          ink,
          8,
        ),
      );
      c.flat(
        `<path d="M0 620 C 180 550 270 390 430 390 S 650 590 800 570 S 1000 470 1180 470 S 1420 500 1600 440" fill="none" stroke="${rust}" stroke-width="9" stroke-dasharray="4 22" stroke-linecap="round"/>`,
      );
      c.flat(
        stroke("M1180 282 V 458", rust, 5),
        circle(1180, 270, 17, cream),
        circle(1180, 270, 10, ink),
        circle(1180, 470, 17, cream),
        circle(1180, 470, 10, rust),
      );
      for (const [x, y, s] of [
        [700, 790, 0.7],
        [760, 786, 0.9],
        [820, 784, 0.6],
        [1420, 776, 0.8],
      ] as const)
        c.flat(tree(x, y, s, sage));
      c.flat(house(960, 742, 46, 40, cream, ochre), house(1012, 738, 40, 40, rust, ochre));
      return c;
    },
  },
  {
    name: "tools",
    alt: "A workbench from above: a taken-apart sewing machine, a wrench, gears and a notebook.",
    draw: () => {
      const c = createCanvas("#cfa57c");
      for (const y of steps(6, 0, 750)) {
        c.flat(rect(0, y, 1600, 148, y % 300 ? "#c99d73" : "#d3ab83"));
        c.dust(rect(0, y, 1600, 148, c.fade("#7a4b2e", "down", 0.28)));
      }
      c.flat(turn(-7, 420, 430, rect(170, 170, 560, 560, cream, 10)));
      c.dust(turn(-7, 420, 430, rect(170, 170, 560, 560, c.fade(slate, "down", 0.4), 10)));
      // Sewing machine, from the side, laid on its sheet.
      c.flat(
        turn(
          -7,
          420,
          430,
          rect(230, 580, 440, 70, ink, 12),
          path(
            "M560 590 V 380 C 560 320 530 300 470 300 H 330 C 290 300 270 320 270 360 V 470 H 330 V 420 C 330 400 340 396 360 396 H 450 C 470 396 476 404 476 424 V 590Z",
            teal,
          ),
          circle(606, 380, 56, rust),
          circle(606, 380, 22, cream),
          rect(288, 470, 22, 84, slate, 4),
          rect(400, 262, 22, 40, ochre, 4),
        ),
      );
      c.dust(
        turn(
          -7,
          420,
          430,
          path(
            "M560 590 V 380 C 560 320 530 300 470 300 H 330 C 290 300 270 320 270 360 V 470 H 330 V 420 C 330 400 340 396 360 396 H 450 C 470 396 476 404 476 424 V 590Z",
            c.fade(ink, "right", 0.8),
          ),
        ),
      );
      for (const [x, y, r, teeth, color] of [
        [940, 240, 96, 12, rust],
        [1096, 352, 62, 10, night],
        [960, 430, 48, 9, ochre],
      ] as const) {
        c.dust(ellipse(x + 14, y + 20, r * 1.3, r * 1.3, c.fade(ink, "in", 0.7)));
        c.flat(place(x, y, 1, gear(r, teeth, color, "#c99d73")));
        c.dust(circle(x, y, r, c.fade(ink, "right", 0.45)));
      }
      const wrench =
        "M-250 -26 H 150 C 170 -70 230 -80 270 -50 L 210 -20 V 20 L 270 50 C 230 80 170 70 150 26 H -250 C -280 60 -340 50 -340 0 C -340 -50 -280 -60 -250 -26Z";
      c.dust(turn(28, 1180, 660, place(1194, 684, 1, path(wrench, c.fade(ink, "down", 0.75)))));
      c.flat(turn(28, 1180, 660, place(1180, 660, 1, path(wrench, slate), circle(-292, 0, 22, "#c99d73"))));
      c.dust(turn(28, 1180, 660, place(1180, 660, 1, path(wrench, c.fade(ink, "down", 0.7)))));
      c.flat(
        turn(
          10,
          1360,
          240,
          rect(1240, 90, 250, 320, night, 8),
          rect(1252, 98, 230, 304, paper, 4),
          ...[150, 190, 230, 270, 310].map((y, i) => rect(1280, y, i === 4 ? 90 : 170, 6, slate)),
        ),
        turn(-30, 1420, 420, rect(1410, 250, 20, 260, rust, 4), path("M1410 510 h20 l-10 34Z", blush)),
      );
      for (const [x, y] of [
        [820, 640],
        [870, 690],
        [800, 720],
        [900, 620],
        [780, 660],
      ] as const)
        c.flat(circle(x, y, 17, ink), circle(x, y, 7, slate));
      return c;
    },
  },
  {
    name: "turbines",
    alt: "Wind turbines on hills in the early morning, one of them catching the sun.",
    draw: () => {
      const c = createCanvas("#f0cfa8");
      c.dust(rect(0, 0, 1600, 600, c.fade("#8fb0b6", "up", 0.8)));
      c.flat(circle(430, 520, 120, cream));
      c.dust(circle(430, 520, 340, c.fade(cream, "in", 0.6)));
      const hills = [
        ["M0 600 C 300 480 640 560 900 520 S 1380 440 1600 500 V 900 H 0Z", "#9fb3a0", teal],
        ["M0 700 C 360 580 620 720 960 640 S 1440 600 1600 640 V 900 H 0Z", sage, teal],
        ["M0 800 C 420 700 900 840 1600 730 V 900 H 0Z", "#4c7266", ink],
      ] as const;
      const mills = [
        [640, 560, 0.7, 20],
        [980, 520, 0.6, 70],
        [1240, 660, 1.12, 12],
      ] as const;
      hills.forEach(([d, color, shade], index) => {
        const mill = mills[index];
        if (mill) {
          const [x, y, s, angle] = mill;
          c.flat(
            path(
              `M${x - 11 * s} ${y + 220} L ${x - 5 * s} ${y - 330 * s} H ${x + 5 * s} L ${x + 11 * s} ${y + 220}Z`,
              cream,
            ),
          );
          c.dust(
            path(
              `M${x - 11 * s} ${y + 220} L ${x - 5 * s} ${y - 330 * s} H ${x + 5 * s} L ${x + 11 * s} ${y + 220}Z`,
              c.fade(slate, "right", 1),
            ),
          );
          for (const blade of [0, 120, 240])
            c.flat(
              turn(
                angle + blade,
                x,
                y - 330 * s,
                path(
                  `M${x - 5 * s} ${y - 330 * s} C ${x - 18 * s} ${y - 420 * s} ${x - 8 * s} ${y - 540 * s} ${x} ${y - 570 * s} C ${x + 8 * s} ${y - 480 * s} ${x + 7 * s} ${y - 400 * s} ${x + 5 * s} ${y - 330 * s}Z`,
                  cream,
                ),
              ),
            );
          c.flat(circle(x, y - 330 * s, 13 * s, rust));
        }
        c.flat(path(d, color));
        c.dust(path(d, c.fade(shade, "down", 0.8)));
      });
      for (const [x, y, s] of [
        [180, 790, 0.9],
        [250, 790, 1.2],
        [330, 780, 0.8],
      ] as const)
        c.flat(tree(x, y, s, "#2f5a4c"));
      return c;
    },
  },
  {
    name: "rings",
    alt: "A cross-section like tree rings: the layers of a hot-water tank, from deep red to cool blue.",
    draw: () => {
      const c = createCanvas("#e7dcc6");
      c.dust(rect(0, 0, 1600, 900, c.fade(slate, "right", 0.4)));
      const bands = [
        rust,
        "#c96f4a",
        "#d98f56",
        ochre,
        "#d9bf86",
        "#a9b99c",
        "#7fa39c",
        teal,
        "#2c5a66",
        night,
      ];
      c.dust(ellipse(830, 800, 520, 50, c.fade(ink, "in", 0.9)));
      c.flat(rect(470, 150, 660, 640, teal));
      bands.forEach((color, index) => {
        const y = 130 + index * 66;
        c.flat(
          path(
            `M470 ${y} C 560 ${y + 26} 700 ${y - 18} 800 ${y} S 1040 ${y + 24} 1130 ${y} V ${y + 110} H 470Z`,
            color,
          ),
        );
        c.dust(rect(470, y + 6, 660, 62, c.fade(ink, "down", 0.35)));
      });
      c.dust(
        rect(470, 100, 660, 700, c.fade(ink, "right", 0.55)),
        rect(470, 100, 200, 700, c.fade(cream, "left", 0.35)),
      );
      c.flat(
        stroke("M460 110 C 560 60 1040 60 1140 110 V 790 C 1040 830 560 830 460 790Z", ink, 16),
        stroke("M430 250 H 300 V 160 H 160", rust, 24),
        stroke("M1150 720 H 1300 V 800 H 1440", teal, 24),
      );
      for (const y of steps(8, 170, 730))
        c.flat(
          stroke(`M1160 ${y} h 34`, ink, 5),
          circle(1216, y, 8, y < 400 ? rust : y < 560 ? ochre : teal),
        );
      return c;
    },
  },
  {
    name: "control-room",
    alt: "A control-room operator seen from behind at night, before a wall of calm charts.",
    draw: () => {
      const c = createCanvas("#18262f");
      c.dust(rect(0, 0, 1600, 900, c.fade(teal, "up", 0.5)));
      const panels = [
        [80, 90, 420, 250],
        [540, 90, 520, 250],
        [1100, 90, 420, 250],
        [80, 370, 300, 190],
        [1220, 370, 300, 190],
      ] as const;
      for (const [index, [x, y, w, h]] of panels.entries()) {
        c.flat(rect(x, y, w, h, "#22404b", 10));
        c.dust(rect(x, y, w, h, c.fade(ink, "down", 0.6)));
        const points = steps(9, 0, w - 60).map(
          (dx, i) => `${x + 30 + dx} ${y + h * 0.62 - Math.sin(i * 0.8 + index * 1.7) * h * 0.2}`,
        );
        const second = steps(9, 0, w - 60).map(
          (dx, i) => `${x + 30 + dx} ${y + h * 0.52 + Math.sin(i * 0.7 + index) * h * 0.14}`,
        );
        if (index < 3)
          c.flat(stroke(`M${points.join(" L ")}`, ochre, 7), stroke(`M${second.join(" L ")}`, "#8fc0b5", 5));
        else
          for (const [bar, bx] of steps(7, x + 30, x + w - 60).entries())
            c.flat(
              rect(
                bx,
                y + h - 30 - 30 - ((bar * 37 + index * 20) % 90),
                24,
                30 + ((bar * 37 + index * 20) % 90),
                bar % 3 === 0 ? rust : sage,
                3,
              ),
            );
      }
      c.dust(ellipse(800, 560, 620, 260, c.fade(ochre, "in", 0.4)));
      c.flat(
        path("M0 720 C 400 660 1200 660 1600 720 V 900 H 0Z", "#0f1a21"),
        rect(380, 690, 840, 16, "#3b5560", 6),
      );
      c.flat(
        path("M560 900 C 560 720 650 660 800 660 C 950 660 1040 720 1040 900Z", rust),
        circle(800, 560, 96, "#3a2a24"),
        path("M716 600 C 700 680 720 720 730 740 H 870 C 884 710 900 670 884 600Z", "#3a2a24"),
      );
      c.dust(
        path("M560 900 C 560 720 650 660 800 660 C 950 660 1040 720 1040 900Z", c.fade(ink, "down", 0.85)),
      );
      c.flat(
        stroke("M704 556 C 704 440 896 440 896 556", slate, 13),
        rect(690, 540, 34, 70, ink, 14),
        rect(876, 540, 34, 70, ink, 14),
        rect(1160, 640, 60, 54, cream, 8),
        stroke("M1220 654 q 26 0 0 28", cream, 8),
        stroke("M1178 622 q 8 -14 0 -28 M1200 622 q 8 -14 0 -28", cream, 4, 0.7),
      );
      return c;
    },
  },
  {
    name: "coins",
    alt: "Three stacks of coins, each shorter than the last, beside a steaming kettle.",
    draw: () => {
      const c = createCanvas(blush);
      c.dust(rect(0, 0, 1600, 900, c.fade(rust, "up", 0.35)));
      c.flat(rect(0, 700, 1600, 200, "#8d5c46"));
      c.dust(rect(0, 700, 1600, 200, c.fade(ink, "down", 0.7)));
      const coins = (x: number, count: number, color: string, edge: string) =>
        Array.from({ length: count }, (_, i) => {
          const y = 700 - i * 34;
          return (
            path(`M${x - 100} ${y} a 100 26 0 0 0 200 0 v -28 h -200Z`, edge) +
            ellipse(x + (i % 3) * 3, y - 28, 100, 26, color)
          );
        }).join("");
      for (const [x, count, color, edge] of [
        [330, 14, ochre, "#a8752c"],
        [620, 9, ochre, "#a8752c"],
        [910, 5, ochre, "#a8752c"],
      ] as const) {
        c.flat(coins(x, count, color, edge));
        const top = 672 - (count - 1) * 34;
        c.dust(
          path(
            `M${x - 100} 700 a 100 26 0 0 0 200 0 V ${top} a 100 26 0 0 1 -200 0Z`,
            c.fade(ink, "right", 0.6),
          ),
        );
      }
      const kettle =
        "M1130 690 C 1090 560 1140 440 1270 440 C 1400 440 1450 560 1410 690 C 1380 720 1160 720 1130 690Z";
      c.flat(
        path("M1400 560 L 1520 470 L 1540 500 L 1420 640Z", teal),
        path(kettle, teal),
        rect(1220, 410, 100, 36, night, 14),
        circle(1270, 398, 16, night),
        stroke("M1150 470 C 1160 330 1380 330 1390 470", night, 18),
      );
      c.dust(path(kettle, c.fade(ink, "right", 0.9)));
      c.flat(
        stroke("M1540 440 q 20 -30 0 -60 t 0 -60 M1576 440 q 20 -30 0 -60 t 0 -60", cream, 8, 0.8),
        ellipse(1210, 540, 20, 60, cream).replace("/>", ' opacity="0.35"/>'),
      );
      return c;
    },
  },
];
