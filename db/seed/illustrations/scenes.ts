import type { Scene } from "./scene.ts";
import { craftScenes } from "./scenes/craft.ts";
import { peopleScenes } from "./scenes/people.ts";
import { roadScenes } from "./scenes/road.ts";
import { townScenes } from "./scenes/towns.ts";
import { waterScenes } from "./scenes/water.ts";

export const scenes: Scene[] = [
  ...waterScenes,
  ...townScenes,
  ...craftScenes,
  ...peopleScenes,
  ...roadScenes,
];
