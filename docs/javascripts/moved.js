// A page at a former address leads to the new one, with the anchor that the reader came with.
location.replace(document.querySelector('link[rel="canonical"]').href + location.hash);
