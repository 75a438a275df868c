import { mkdir, writeFile } from "node:fs/promises";
import { renderIllustration } from "#db/seed/illustrations/render.ts";
import { scenes } from "#db/seed/illustrations/scenes.ts";

// Prints the demo's illustrations. They are kept in the repository because printing takes half a minute
// and the demo should not: run this after changing a scene (`npm run illustrate -- fish` prints one).
const folder = "db/seed/images";
const wanted = process.argv.slice(2);

await mkdir(folder, { recursive: true });
for (const scene of scenes) {
  if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
  const image = await renderIllustration(scene.draw());
  await writeFile(`${folder}/${scene.name}.webp`, image);
  console.log(`${scene.name.padEnd(16)} ${(image.length / 1024).toFixed(0).padStart(4)} kB`);
}
