/** Plain text: an empty line ends a paragraph, a single line break stays one. */
export function StoryBody({ text }: { text: string }) {
  const paragraphs = [...text.replaceAll("\r\n", "\n").matchAll(/[^\n]+(?:\n[^\n]+)*/g)];
  if (paragraphs.length === 0) return null;
  return (
    <div className="grid max-w-measure gap-5 font-serif text-lg leading-8 whitespace-pre-line">
      {paragraphs.map(({ index, 0: paragraph }) => (
        <p key={index} dir="auto">
          {paragraph.trim()}
        </p>
      ))}
    </div>
  );
}
