/** The element in React 19, which sets properties and listens to events of custom elements by itself. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/widget';

function Shelf() {
  const [chosen, choose] = useState(null);
  const [hidden, hide] = useState([]);
  return (
    <>
      <h1>{chosen === null ? 'Choose something' : `You chose ${chosen.title}`}</h1>
      <palate-recs
        src="../bundle/"
        worker="../embed/palate-worker.js"
        limit={6}
        heading="For your shelf"
        exclude={hidden}
        onpalate-select={({ detail }) => choose(detail)}
      />
      <button disabled={chosen === null} onClick={() => hide([...hidden, chosen.item])}>
        Show it no more
      </button>
    </>
  );
}

createRoot(document.querySelector('main')).render(<Shelf />);
