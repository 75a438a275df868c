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
import { house, person } from "../motifs.ts";
import type { Scene } from "../scene.ts";

export const peopleScenes: Scene[] = [
  {
    name: "weld",
    alt: "A welder with a raised torch bent over a pipe, sparks flying into the dark.",
    draw: () => {
      const c = createCanvas("#1b2a33");
      const random = createRandom("sparks");
      c.dust(
        ellipse(1010, 560, 860, 600, c.fade(ochre, "in", 0.85)),
        rect(0, 640, 1600, 260, c.fade(ink, "down", 0.8)),
      );
      c.flat(path("M230 900 C 240 640 330 520 480 500 C 620 490 700 560 720 660 L 740 900Z", teal));
      c.dust(
        path(
          "M230 900 C 240 640 330 520 480 500 C 620 490 700 560 720 660 L 740 900Z",
          c.fade(ink, "left", 0.9),
        ),
      );
      c.flat(
        path("M600 560 C 700 600 780 610 870 596 L 880 660 C 780 690 660 690 580 660Z", teal),
        path("M860 586 C 900 580 930 590 934 620 C 930 656 900 670 866 664Z", "#7a4b2e"),
        stroke("M920 616 L 990 566", slate, 18),
      );
      // The mask.
      c.flat(
        path(
          "M392 260 C 410 170 560 150 620 240 C 660 310 660 400 610 470 L 540 520 C 460 510 400 460 386 380Z",
          ink,
        ),
        path("M470 320 L 636 300 L 634 380 L 480 396Z", rust),
        path("M486 332 L 624 314 L 622 368 L 494 382Z", "#f4d58a"),
      );
      c.dust(
        path(
          "M392 260 C 410 170 560 150 620 240 C 660 310 660 400 610 470 L 540 520 C 460 510 400 460 386 380Z",
          c.fade(ochre, "right", 0.75),
        ),
      );
      c.flat(stroke("M392 300 C 380 270 390 250 402 240", slate, 12));
      // The pipe and the light on it.
      c.flat(
        rect(760, 640, 900, 190, "#5b6d74", 0),
        ellipse(760, 735, 44, 95, "#3c4a51"),
        ellipse(760, 735, 28, 70, ink),
      );
      c.dust(
        rect(760, 640, 900, 190, c.fade(ink, "down", 0.9)),
        ellipse(1010, 650, 320, 130, c.fade(ochre, "in", 0.95)),
      );
      c.flat(
        stroke("M1006 640 C 1036 690 1036 780 1006 830", rust, 10),
        stroke("M1006 640 C 1022 660 1028 690 1028 710", cream, 10),
      );
      for (let spark = 0; spark < 90; spark += 1) {
        const angle = random.next() * Math.PI * 1.25 - Math.PI * 1.15;
        const far = 40 + random.next() ** 0.7 * 560;
        const x = 1000 + Math.cos(angle) * far;
        const y = 600 + Math.sin(angle) * far * 0.8 + (far / 90) ** 2 * 2;
        c.flat(
          stroke(
            `M${x} ${y} l ${Math.cos(angle) * (8 + far / 16)} ${Math.sin(angle) * (8 + far / 16) + far / 60}`,
            random.chance(0.6) ? ochre : cream,
            2 + random.next() * 3,
            0.95 - far / 900,
          ),
        );
      }
      c.flat(circle(1002, 596, 30, cream), circle(1002, 596, 16, "#ffffff"));
      c.dust(circle(1002, 596, 150, c.fade(cream, "in", 1)));
      return c;
    },
  },
  {
    name: "crane",
    alt: "A crane on a building site at sunset, its hook still; a small figure holds up a red card.",
    draw: () => {
      const c = createCanvas("#eac9a4");
      c.dust(rect(0, 0, 1600, 700, c.fade(rust, "up", 0.6)));
      c.flat(circle(1130, 450, 190, "#f4ddb4"));
      c.dust(circle(1130, 450, 190, c.fade(rust, "down", 0.5)));
      c.flat(
        path("M0 700 H 1600 V 900 H 0Z", "#5a4539"),
        rect(1040, 420, 420, 280, slate),
        ...[470, 550, 630].map((y) => rect(1040, y, 420, 12, ink)),
        ...[1040, 1140, 1240, 1340, 1448].map((x) => rect(x, 380, 12, 320, ink)),
      );
      c.dust(
        rect(0, 700, 1600, 200, c.fade(ink, "down", 0.85)),
        rect(1040, 420, 420, 280, c.fade(ink, "down", 0.7)),
      );
      const lattice = steps(12, 120, 690)
        .map((y, i) => `M${330 + (i % 2) * 56} ${y} L ${386 - (i % 2) * 56} ${y + 52}`)
        .join(" ");
      c.flat(
        stroke(`M330 110 V 700 M386 110 V 700 ${lattice}`, ink, 8),
        stroke("M120 150 H 1080 M360 60 L 1040 150 M360 60 L 150 150 M360 60 V 150", ink, 8),
        stroke(
          steps(16, 400, 1060)
            .map((x, i) => `M${x} 150 l 22 ${i % 2 ? -28 : 28} l 22 ${i % 2 ? 28 : -28}`)
            .join(" "),
          ink,
          5,
        ),
        stroke("M390 178 H 1070", ink, 6),
        rect(120, 150, 90, 74, slate),
        rect(398, 156, 70, 70, ochre, 6),
        rect(410, 168, 46, 30, night),
      );
      c.flat(
        stroke("M860 178 V 350", ink, 5),
        path("M838 350 h44 v20 c 0 30 -40 30 -40 4", ink),
        stroke("M860 380 L 790 440 M860 380 L 930 440", ink, 4),
        rect(770, 440, 180, 34, rust, 4),
      );
      c.flat(
        place(
          640,
          716,
          1.25,
          person(ochre, "#9a6a4c", ink),
          path("M-30 -176 C -30 -214 30 -214 30 -176Z", cream),
          rect(-36, -182, 72, 10, cream, 5),
        ),
        stroke("M668 596 L 718 512", ochre, 26),
        rect(696, 436, 58, 80, "#c0392b", 5),
      );
      c.dust(ellipse(640, 722, 90, 14, c.fade(ink, "in", 0.9)));
      c.flat(
        ...[40, 150, 260].map((x) => path(`M${x} 760 L ${x + 36} 650 L ${x + 72} 760Z`, rust)),
        ...[40, 150, 260].map((x) => path(`M${x + 14} 716 h 44 l 6 20 h -56Z`, cream)),
      );
      return c;
    },
  },
  {
    name: "table",
    alt: "A long lunch table from above with bowls, bread, cups and many hands.",
    draw: () => {
      const c = createCanvas(teal);
      c.dust(rect(0, 0, 1600, 900, c.fade(night, "down", 0.7)));
      c.flat(rect(-20, 190, 1640, 520, "#d9b48a"));
      c.dust(
        rect(-20, 190, 1640, 520, c.fade("#7a4b2e", "down", 0.5)),
        rect(-20, 710, 1640, 60, c.fade(ink, "up", 0.9)),
      );
      for (const y of [320, 450, 580]) c.flat(stroke(`M0 ${y} H 1600`, "#b98f63", 4));
      const bowls = [
        [190, 290, rust, sage],
        [520, 280, cream, ochre],
        [860, 300, night, cream],
        [1180, 280, ochre, rust],
        [1460, 300, sage, cream],
        [330, 610, cream, rust],
        [690, 600, rust, cream],
        [1020, 620, sage, ochre],
        [1340, 600, night, blush],
      ] as const;
      for (const [x, y, rim, food] of bowls) {
        c.dust(ellipse(x + 12, y + 16, 104, 100, c.fade(ink, "in", 0.85)));
        c.flat(circle(x, y, 84, rim), circle(x, y, 66, food));
        c.dust(circle(x, y, 66, c.fade(ink, "right", 0.45)));
        for (const angle of [20, 100, 190, 280])
          c.flat(turn(angle, x, y, ellipse(x + 30, y, 15, 9, "#3f6b52")));
      }
      c.flat(
        turn(
          -12,
          780,
          450,
          rect(640, 410, 300, 90, "#b9773f", 44),
          ...[690, 750, 810, 870].map((x) => stroke(`M${x} 424 l 22 60`, "#e8c795", 9)),
        ),
      );
      c.dust(turn(-12, 780, 450, rect(640, 410, 300, 90, c.fade(ink, "down", 0.55), 44)));
      const arms = [
        [300, -20, 300, 190, rust, blush],
        [700, -20, 650, 200, cream, "#9a6a4c"],
        [1060, -20, 1040, 220, ochre, "#5f4030"],
        [1400, -20, 1330, 190, night, blush],
        [160, 920, 200, 700, sage, "#9a6a4c"],
        [520, 920, 560, 690, ochre, blush],
        [880, 920, 850, 580, rust, "#5f4030"],
        [1220, 920, 1180, 690, cream, blush],
      ] as const;
      for (const [x1, y1, x2, y2, sleeve, skin] of arms) {
        const down = y1 < 0 ? 1 : -1;
        c.flat(
          stroke(`M${x1} ${y1} L ${x2} ${y2 - down * 60}`, sleeve, 92),
          stroke(`M${x2} ${y2 - down * 50} L ${x2} ${y2}`, skin, 54),
          circle(x2, y2 + down * 16, 36, skin),
        );
        for (const finger of [-24, -8, 8, 24])
          c.flat(stroke(`M${x2 + finger} ${y2 + down * 24} l ${finger * 0.2} ${down * 30}`, skin, 14));
      }
      for (const [x, y] of [
        [420, 440],
        [1130, 460],
        [1260, 430],
        [90, 470],
      ] as const)
        c.flat(circle(x, y, 38, cream), circle(x, y, 28, "#6b4a35"));
      return c;
    },
  },
  {
    name: "garden",
    alt: "Allotment gardens beside a tall green tank: bean poles, a shed, a watering can.",
    draw: () => {
      const c = createCanvas("#cfdccf");
      c.dust(rect(0, 0, 1600, 560, c.fade("#7fa6b0", "up", 0.7)));
      c.flat(rect(1050, 60, 320, 580, sage, 18), ellipse(1210, 62, 160, 40, "#abbb9e"));
      for (const y of [180, 310, 440]) c.flat(stroke(`M1050 ${y} q 160 46 320 0`, "#7d9172", 6));
      c.dust(rect(1050, 60, 320, 580, c.fade(ink, "right", 0.85), 18));
      c.flat(
        stroke("M1090 640 V 70 M1130 640 V 76", slate, 5),
        ...steps(14, 90, 620).map((y) => stroke(`M1090 ${y} h 40`, slate, 4)),
      );
      c.flat(path("M0 600 C 500 560 1100 600 1600 570 V 900 H 0Z", "#6d8a5c"));
      c.dust(path("M0 600 C 500 560 1100 600 1600 570 V 900 H 0Z", c.fade(night, "down", 0.75)));
      c.flat(
        rect(170, 420, 230, 200, rust),
        path("M144 430 L 285 330 L 426 430Z", night),
        rect(250, 490, 74, 130, "#7c3b28"),
        rect(340, 470, 40, 50, cream),
      );
      c.dust(rect(170, 420, 230, 200, c.fade(ink, "right", 0.65)));
      for (const x of [560, 660, 760, 860]) {
        c.flat(stroke(`M${x - 44} 680 L ${x} 400 L ${x + 44} 680`, "#7a4b2e", 8));
        for (const [i, y] of steps(8, 430, 650).entries())
          c.flat(
            ellipse(x + (i % 2 ? 22 : -22) * ((y - 390) / 260), y, 20, 12, i % 3 ? "#3f6b52" : "#5b8a5f"),
            ...(i % 3 === 1 ? [ellipse(x + 6, y + 16, 6, 18, rust)] : []),
          );
      }
      for (const [row, y] of [720, 790, 860].entries())
        for (const x of steps(15, 60 + row * 20, 1560))
          c.flat(
            path(
              `M${x} ${y} q -34 -44 -10 -60 q 8 24 10 60 q 2 -48 30 -62 q 6 40 -30 62Z`,
              row % 2 ? "#8fae72" : "#4d7a58",
            ),
          );
      c.flat(
        path("M1000 700 h 110 l 10 100 h -130Z", teal),
        stroke("M1112 730 L 1190 690", teal, 18),
        ellipse(1196, 686, 18, 24, teal),
        stroke("M1000 712 C 950 720 950 780 992 786", teal, 12),
      );
      c.dust(path("M1000 700 h 110 l 10 100 h -130Z", c.fade(ink, "right", 0.75)));
      return c;
    },
  },
  {
    name: "handover",
    alt: "Two people meet under a street lamp in the rain, one handing the other a set of keys.",
    draw: () => {
      const c = createCanvas("#22384a");
      const random = createRandom("rain");
      c.dust(
        rect(0, 0, 1600, 900, c.fade(ink, "down", 0.6)),
        path("M760 150 L 420 790 H 1180 L 840 150Z", c.fade(ochre, "up", 0.75)),
      );
      c.flat(
        house(20, 420, 190, 370, "#2d4657", ochre),
        house(226, 480, 150, 310, "#35505f", ochre),
        house(1210, 450, 170, 340, "#2d4657", ochre),
        house(1390, 400, 210, 390, "#35505f", ochre),
      );
      c.flat(
        rect(792, 150, 16, 640, ink),
        rect(776, 760, 48, 34, ink, 4),
        path("M740 150 L 770 96 H 830 L 860 150Z", ink),
        rect(756, 150, 88, 18, "#f6dfa0"),
      );
      c.flat(rect(0, 786, 1600, 114, "#18262f"));
      c.dust(ellipse(800, 810, 420, 44, c.fade(ochre, "in", 0.85)));
      c.flat(
        stroke("M556 300 V 660", ink, 8),
        path(
          "M396 440 C 420 290 692 290 716 440 C 690 418 660 418 636 438 C 612 418 580 418 556 438 C 532 418 500 418 476 438 C 452 418 422 418 396 440Z",
          rust,
        ),
      );
      c.dust(
        path(
          "M396 440 C 420 290 692 290 716 440 C 690 418 660 418 636 438 C 612 418 580 418 556 438 C 532 418 500 418 476 438 C 452 418 422 418 396 440Z",
          c.fade(ink, "left", 0.8),
        ),
      );
      c.flat(
        place(620, 800, 1.75, person(ochre, blush, "#7a3b25")),
        place(980, 800, 1.75, person(teal, "#7a4b2e", ink)),
      );
      c.flat(
        stroke("M672 600 L 772 584", ochre, 34),
        stroke("M572 590 L 556 640", ochre, 30),
        circle(782, 583, 19, blush),
        stroke("M928 600 L 846 590", teal, 34),
        circle(836, 590, 19, "#7a4b2e"),
        stroke("M808 588 v 34", ochre, 5),
        circle(808, 634, 13, ochre),
        rect(804, 640, 9, 40, ochre),
      );
      for (let drop = 0; drop < 130; drop += 1) {
        const x = random.next() * 1660;
        const y = random.next() * 860;
        c.flat(stroke(`M${x} ${y} l -10 34`, cream, 2.5, 0.28));
      }
      return c;
    },
  },
  {
    name: "hats",
    alt: "A row of hard hats on hooks in many colours, one hook empty.",
    draw: () => {
      const c = createCanvas(paper);
      c.dust(rect(0, 0, 1600, 900, c.fade(slate, "down", 0.4)));
      c.flat(rect(0, 560, 1600, 340, sage), rect(0, 552, 1600, 14, ink));
      c.dust(rect(0, 560, 1600, 340, c.fade(night, "down", 0.75)));
      c.flat(rect(60, 212, 1480, 30, "#7a4b2e", 8));
      const hats = [ochre, teal, rust, null, cream, ochre, night] as const;
      steps(7, 180, 1420).forEach((x, index) => {
        const color = hats[index];
        c.flat(stroke(`M${x} 240 v 34 q 0 20 22 16`, ink, 10));
        if (!color) return;
        const shell = `M${x - 92} 400 C ${x - 92} 290 ${x - 50} 268 ${x} 268 C ${x + 50} 268 ${x + 92} 290 ${x + 92} 400Z`;
        c.flat(
          path(shell, color),
          rect(x - 110, 394, 220, 22, color, 11),
          path(`M${x - 16} 270 h 32 v 126 h -32Z`, ink).replace("/>", ' opacity="0.14"/>'),
        );
        c.dust(
          path(shell, c.fade(ink, "right", 0.7)),
          rect(x - 110, 394, 220, 22, c.fade(ink, "down", 0.6), 11),
        );
      });
      const names = [0, 1, 2, 3, 4, 5, 6];
      for (const i of names)
        c.flat(
          rect(130 + i * 206.6, 180, 100, 22, cream, 3),
          rect(146 + i * 206.6, 188, 40 + ((i * 17) % 30), 6, slate),
        );
      for (const [x, color] of [
        [240, rust],
        [700, ochre],
        [1180, teal],
      ] as const)
        c.flat(
          path(`M${x} 820 l 20 -150 q 40 -30 70 0 l 6 84 q 50 20 96 30 q 22 8 20 36Z`, ink),
          rect(x - 6, 818, 226, 22, color, 6),
        );
      return c;
    },
  },
];
