// Reading and writing project files: a part of the engine that loads when the first project file is met.

import { readProjectArchive, writeProjectArchive } from "../formats/index.ts";
import type { TaskInput, TaskOutput } from "./tasks.ts";

export const readProjectFile = ({ file }: TaskInput<"project.read">): Promise<TaskOutput<"project.read">> =>
  readProjectArchive(file.name, file.bytes);

export const writeProjectFile = ({
  project,
}: TaskInput<"project.write">): Promise<TaskOutput<"project.write">> => writeProjectArchive(project);
