// Toolbar icons (Lucide, ISC), turned into plain data at build time and drawn with the DOM API.
import bold from 'lucide-static/icons/bold.svg';
import italic from 'lucide-static/icons/italic.svg';
import underline from 'lucide-static/icons/underline.svg';
import list from 'lucide-static/icons/list.svg';
import listOrdered from 'lucide-static/icons/list-ordered.svg';
import quote from 'lucide-static/icons/text-quote.svg';
import alignLeft from 'lucide-static/icons/text-align-start.svg';
import alignCenter from 'lucide-static/icons/text-align-center.svg';
import alignRight from 'lucide-static/icons/text-align-end.svg';
import link from 'lucide-static/icons/link.svg';
import image from 'lucide-static/icons/image.svg';
import table from 'lucide-static/icons/table.svg';
import rule from 'lucide-static/icons/minus.svg';
import undo from 'lucide-static/icons/undo-2.svg';
import redo from 'lucide-static/icons/redo-2.svg';
import clear from 'lucide-static/icons/remove-formatting.svg';
import down from 'lucide-static/icons/chevron-down.svg';
import check from 'lucide-static/icons/check.svg';
import pencil from 'lucide-static/icons/pencil.svg';
import trash from 'lucide-static/icons/trash-2.svg';
import more from 'lucide-static/icons/a-large-small.svg';
import strike from 'lucide-static/icons/strikethrough.svg';
import superscript from 'lucide-static/icons/superscript.svg';
import subscript from 'lucide-static/icons/subscript.svg';
import plus from 'lucide-static/icons/plus.svg';
import gallery from 'lucide-static/icons/images.svg';
import library from 'lucide-static/icons/library-big.svg';
import video from 'lucide-static/icons/square-play.svg';
import file from 'lucide-static/icons/paperclip.svg';
import info from 'lucide-static/icons/info.svg';
import megaphone from 'lucide-static/icons/megaphone.svg';
import warning from 'lucide-static/icons/triangle-alert.svg';
import footnote from 'lucide-static/icons/book-a.svg';
import person from 'lucide-static/icons/message-square-quote.svg';
import search from 'lucide-static/icons/search.svg';
import up from 'lucide-static/icons/chevron-up.svg';
import close from 'lucide-static/icons/x.svg';

const shapes = {
  bold, italic, underline, list, listOrdered, quote, alignLeft, alignCenter, alignRight, link, image, table,
  rule, undo, redo, clear, down, check, pencil, trash, close,
  more, strike, superscript, subscript, plus, gallery, library, video, file, info, megaphone, warning, footnote, person, search, up,
};
const NS = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(NS, 'svg');
  const frame = {
    viewBox: '0 0 24 24', width: 20, height: 20, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.9,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', focusable: 'false', class: `cl-icon cl-icon-${name}`,
  };
  for (const [key, value] of Object.entries(frame)) svg.setAttribute(key, value);
  for (const [tag, attributes] of shapes[name]) {
    const shape = svg.appendChild(document.createElementNS(NS, tag));
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  }
  return svg;
}
