// The canvas as a picture to pass on: on the page's ground, above a line that says what it shows.

const LINE = 13; // type size in pixels of the page

export function stamped(canvas, stamp, theme) {
  const scale = canvas.width / canvas.clientWidth;
  const foot = stamp ? Math.round(2.2 * LINE * scale) : 0;
  const picture = document.createElement("canvas");
  picture.width = canvas.width;
  picture.height = canvas.height + foot;
  const pen = picture.getContext("2d");
  pen.fillStyle = theme.background;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(canvas, 0, 0);
  if (stamp) {
    pen.fillStyle = theme.text;
    pen.font = `${LINE * scale}px ${theme.font}`;
    pen.textBaseline = "middle";
    pen.fillText(stamp, LINE * scale, canvas.height + foot / 2, picture.width - 2 * LINE * scale);
  }
  return picture;
}
