<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Application</name>
    <message>
        <source>%1 could not be written. Check that its folder exists and that you may write to it.</source>
        <translation>No se pudo escribir %1. Compruebe que su carpeta existe y que puede escribir en ella.</translation>
    </message>
    <message>
        <source>%1 shows an unfinished view: the slide took too long. Try again.</source>
        <translation>%1 muestra una vista sin terminar: la preparación tardó demasiado. Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>ChartFigures</name>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Tasa de falsos positivos</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Tasa de verdaderos positivos</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>azar</translation>
    </message>
    <message>
        <source>%1 (AUC %2)</source>
        <translation>%1 (AUC %2)</translation>
    </message>
</context>
<context>
    <name>ColorProfileText</name>
    <message>
        <source>none in this slide</source>
        <translation>ninguno en esta preparación</translation>
    </message>
    <message>
        <source>not usable (%1)</source>
        <translation>no utilizable (%1)</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>The input</source>
        <translation>La entrada</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>%1 is not a usable value. Correct it and try again.</source>
        <translation>%1 no es un valor utilizable. Corríjalo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name and that the drive is connected.</source>
        <translation>No se encontró %1. Compruebe el nombre y que la unidad está conectada.</translation>
    </message>
    <message>
        <source>%1 could not be read. Check that you have permission to read it and that the drive is connected.</source>
        <translation>No se pudo leer %1. Compruebe que tiene permiso para leerlo y que la unidad está conectada.</translation>
    </message>
    <message>
        <source>%1 is not in a format that Isostain reads. Open a whole-slide image, PNG, JPEG or TIFF.</source>
        <translation>%1 no está en un formato que Isostain lea. Abra una preparación digital, o una imagen PNG, JPEG o TIFF.</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>%1 está dañado o incompleto. Cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a plain image. Convert it to a tiled pyramidal TIFF first.</source>
        <translation>%1 es demasiado grande para leerlo como una simple imagen. Conviértalo antes en un TIFF piramidal en mosaico.</translation>
    </message>
    <message>
        <source>%1 is a slide of a kind that this version cannot open. Convert it to a pyramidal TIFF, or use a build with a newer OpenSlide.</source>
        <translation>%1 es una preparación de un tipo que esta versión no puede abrir. Conviértala en TIFF piramidal, o use una compilación con un OpenSlide más reciente.</translation>
    </message>
    <message>
        <source>The slide %1 is damaged or incomplete. Copy it again from the scanner or the archive.</source>
        <translation>La preparación %1 está dañada o incompleta. Cópiela de nuevo desde el escáner o el archivo.</translation>
    </message>
    <message>
        <source>A part of %1 could not be read and is shown as missing. The file may be damaged, or the drive slow or disconnected.</source>
        <translation>Una parte de %1 no se pudo leer y se muestra como ausente. El archivo puede estar dañado, o la unidad lenta o desconectada.</translation>
    </message>
    <message>
        <source>%1 does not contain that associated image.</source>
        <translation>%1 no contiene esa imagen asociada.</translation>
    </message>
    <message>
        <source>%1 is not a PyTorch checkpoint. Choose a .pth or .pt file that holds a state dict.</source>
        <translation>%1 no es un checkpoint de PyTorch. Elija un archivo .pth o .pt que contenga un state dict.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>El checkpoint %1 está dañado o incompleto. Cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The checkpoint %1 was refused because it contains something other than plain weights. Save it as a state dict and try again.</source>
        <translation>El checkpoint %1 se rechazó porque contiene algo más que simples pesos. Guárdelo como state dict e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the network that was expected. Choose the checkpoint of a StainNet or of a StainGAN generator.</source>
        <translation>El checkpoint %1 no contiene la red esperada. Elija el checkpoint de una StainNet o de un generador StainGAN.</translation>
    </message>
    <message>
        <source>The checkpoint %1 holds weights that are not numbers. Its training failed; choose an earlier checkpoint.</source>
        <translation>El checkpoint %1 contiene pesos que no son números. Su entrenamiento falló; elija un checkpoint anterior.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the classifier that was expected. Choose the checkpoint of a SqueezeNet 1.1.</source>
        <translation>El checkpoint %1 no contiene el clasificador esperado. Elija el checkpoint de una SqueezeNet 1.1.</translation>
    </message>
    <message>
        <source>%1 is not a valid stain profile. Export it again from where it was made.</source>
        <translation>%1 no es un perfil de tinción válido. Expórtelo de nuevo desde donde se hizo.</translation>
    </message>
    <message>
        <source>The stain profile %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>El perfil de tinción %1 se hizo con una versión más reciente. Actualice Isostain para usarlo.</translation>
    </message>
    <message>
        <source>There is a stain profile named %1 already. Choose another name.</source>
        <translation>Ya hay un perfil de tinción llamado %1. Elija otro nombre.</translation>
    </message>
    <message>
        <source>%1 is not a valid alignment of two scans. Save it again from where it was made.</source>
        <translation>%1 no es una alineación válida de dos escaneos. Guárdela de nuevo desde donde se hizo.</translation>
    </message>
    <message>
        <source>The alignment %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>La alineación %1 se hizo con una versión más reciente. Actualice Isostain para usarla.</translation>
    </message>
    <message>
        <source>The alignment %1 does not fit the two scans that are open: their sizes differ from those it was made for. Open the scans it belongs to, or align these anew.</source>
        <translation>La alineación %1 no corresponde a los dos escaneos abiertos: sus tamaños difieren de aquellos para los que se hizo. Abra los escaneos a los que pertenece, o alinee estos de nuevo.</translation>
    </message>
    <message>
        <source>%1 could not be aligned with the other scan. Check that both show the same glass and the same part of it, in focus.</source>
        <translation>%1 no se pudo alinear con el otro escaneo. Compruebe que ambos muestran la misma preparación y la misma parte de ella, enfocada.</translation>
    </message>
    <message>
        <source>%1 is not a usable file of annotations. Export it again: from ASAP as XML, or from QuPath as GeoJSON.</source>
        <translation>%1 no es un archivo de anotaciones utilizable. Expórtelo de nuevo: desde ASAP como XML, o desde QuPath como GeoJSON.</translation>
    </message>
    <message>
        <source>The color profile in %1 cannot be used, so its colors are shown as they are stored. Ask whoever scanned it for a file with a valid RGB profile.</source>
        <translation>El perfil de color de %1 no se puede usar, así que sus colores se muestran tal como están guardados. Pida a quien lo escaneó un archivo con un perfil RGB válido.</translation>
    </message>
    <message>
        <source>%1 is not a usable color profile of a screen, so the screen is taken for sRGB. Choose an ICC profile that was made for it.</source>
        <translation>%1 no es un perfil de color de pantalla utilizable, así que la pantalla se toma como sRGB. Elija un perfil ICC hecho para ella.</translation>
    </message>
    <message>
        <source>%1 does not say how large its pixels are. State its micrometers per pixel and try again.</source>
        <translation>%1 no indica el tamaño de sus píxeles. Indique sus micrómetros por píxel e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 holds a network that looks at neighboring pixels, which cannot be used here. Choose a StainNet with 1x1 layers or a fitted method.</source>
        <translation>%1 contiene una red que mira píxeles vecinos, lo que no se puede usar aquí. Elija una StainNet con capas 1x1 o un método ajustado.</translation>
    </message>
    <message>
        <source>%1 cannot be a reference. Choose an image or a region with stained tissue.</source>
        <translation>%1 no puede ser una referencia. Elija una imagen o una región con tejido teñido.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another folder, or allow overwriting.</source>
        <translation>%1 ya existe. Elija otra carpeta, o permita sobrescribir.</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the folder exists and that you may write there.</source>
        <translation>No se pudo escribir %1. Compruebe que la carpeta existe y que puede escribir en ella.</translation>
    </message>
    <message>
        <source>Another export is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>Otra exportación está escribiendo en %1. Espere a que termine, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Free some space and start again.</source>
        <translation>El disco está lleno: no se pudo escribir %1. Libere espacio y empiece de nuevo.</translation>
    </message>
    <message>
        <source>%1 was written but did not read back correctly, so it was not kept. Check the disk and try again.</source>
        <translation>%1 se escribió pero no se volvió a leer correctamente, así que no se conservó. Compruebe el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 could not be deleted. Check that you may write to its folder.</source>
        <translation>No se pudo eliminar %1. Compruebe que puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>%1 does not hold usable images or pairs of images. Check the folder or the list.</source>
        <translation>%1 no contiene imágenes ni pares de imágenes utilizables. Compruebe la carpeta o la lista.</translation>
    </message>
    <message>
        <source>The training in %1 diverged. Start again with a lower learning rate.</source>
        <translation>El entrenamiento en %1 divergió. Empiece de nuevo con una tasa de aprendizaje menor.</translation>
    </message>
    <message>
        <source>%1 is not a training run that this version can read. Choose the folder that a training was told to write to.</source>
        <translation>%1 no es un entrenamiento que esta versión pueda leer. Elija la carpeta en la que se indicó escribir al entrenamiento.</translation>
    </message>
    <message>
        <source>Another training is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>Otro entrenamiento está escribiendo en %1. Espere a que termine, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The training run %1 was made with other settings and cannot go on with these. Resume it as it was started, or choose another folder.</source>
        <translation>El entrenamiento %1 se hizo con otros ajustes y no puede continuar con estos. Reanúdelo como se inició, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>%1 is not part of this installation. Install the package with training support, or build it with LibTorch.</source>
        <translation>%1 no forma parte de esta instalación. Instale el paquete con soporte de entrenamiento, o compílelo con LibTorch.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs and try again.</source>
        <translation>No hay memoria suficiente para %1. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Please report it with the detail given here.</source>
        <translation>Con %1 ocurrió algo que no debería ocurrir. Infórmelo con el detalle que se da aquí.</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>JPEG (small)</source>
        <translation>JPEG (pequeño)</translation>
    </message>
    <message>
        <source>LZW (lossless, read everywhere)</source>
        <translation>LZW (sin pérdida, se lee en todas partes)</translation>
    </message>
    <message>
        <source>Deflate (lossless, smaller)</source>
        <translation>Deflate (sin pérdida, más pequeño)</translation>
    </message>
    <message>
        <source>None (very large)</source>
        <translation>Ninguna (muy grande)</translation>
    </message>
    <message>
        <source>Pyramidal TIFF</source>
        <translation>TIFF piramidal</translation>
    </message>
    <message>
        <source>Pyramidal TIFF with a description like Aperio&apos;s</source>
        <translation>TIFF piramidal con una descripción como la de Aperio</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>DICOM whole-slide image (a folder)</source>
        <translation>Preparación DICOM (una carpeta)</translation>
    </message>
    <message>
        <source>Half resolution (4:2:0)</source>
        <translation>Media resolución (4:2:0)</translation>
    </message>
    <message>
        <source>Full resolution (4:4:4)</source>
        <translation>Resolución completa (4:4:4)</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Como en la fuente</translation>
    </message>
</context>
<context>
    <name>ExportTexts</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Isostain Help</source>
        <translation>Ayuda de Isostain</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>About Isostain</source>
        <translation>Acerca de Isostain</translation>
    </message>
    <message>
        <source>One stain for every slide: shows whole-slide images beside their stain-normalized view.</source>
        <translation>Una misma tinción para cada preparación: muestra preparaciones digitales junto a su vista normalizada.</translation>
    </message>
    <message>
        <source>For research use only. Not for use in diagnostic procedures.</source>
        <translation>Solo para investigación. No debe usarse en procedimientos diagnósticos.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior, sin garantía alguna.</translation>
    </message>
    <message>
        <source>The translations from English have not been reviewed by native-speaking pathologists yet.</source>
        <translation>Las traducciones del inglés aún no han sido revisadas por patólogos hablantes nativos.</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1, compilado con %2</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>&amp;Licencias…</translation>
    </message>
</context>
<context>
    <name>ImageFigures</name>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Distance along the line (µm)</source>
        <translation>Distancia a lo largo de la línea (µm)</translation>
    </message>
    <message>
        <source>Distance along the line (pixels)</source>
        <translation>Distancia a lo largo de la línea (píxeles)</translation>
    </message>
    <message>
        <source>Gray value</source>
        <translation>Nivel de gris</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Examples:</source>
        <translation>Ejemplos:</translation>
    </message>
    <message>
        <source>See isostain --help.</source>
        <translation>Véase isostain --help.</translation>
    </message>
    <message>
        <source>Stain profile or checkpoint to use, or a method fitted to the published H&amp;E reference such as builtin:macenko. Given several times, each opens a pane.</source>
        <translation>Perfil de tinción o checkpoint que usar, o un método ajustado a la referencia H&amp;E publicada, como builtin:macenko. Dado varias veces, cada uno abre un panel.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>What the pane of the profile of the same number shows: %1.</source>
        <translation>Qué muestra el panel del perfil del mismo número: %1.</translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation>VIEW</translation>
    </message>
    <message>
        <source>How panes are arranged: %1.</source>
        <translation>Cómo se disponen los paneles: %1.</translation>
    </message>
    <message>
        <source>ARRANGEMENT</source>
        <translation>ARRANGEMENT</translation>
    </message>
    <message>
        <source>How to compare: %1.</source>
        <translation>Cómo comparar: %1.</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>MODE</translation>
    </message>
    <message>
        <source>Size of the window, e.g. 1600x1000.</source>
        <translation>Tamaño de la ventana, p. ej. 1600x1000.</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>WIDTHxHEIGHT</translation>
    </message>
    <message>
        <source>Colors of the window: %1.</source>
        <translation>Colores de la ventana: %1.</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>THEME</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>Idioma de la ventana: %1.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>LANGUAGE</translation>
    </message>
    <message>
        <source>Write a picture of the window to a PNG file and end.</source>
        <translation>Escribe una imagen de la ventana en un archivo PNG y termina.</translation>
    </message>
    <message>
        <source>Write the report of a study, as a web page and as PDF, and end.</source>
        <translation>Escribe el informe de un estudio, como página web y como PDF, y termina.</translation>
    </message>
    <message>
        <source>STUDY</source>
        <translation>STUDY</translation>
    </message>
    <message>
        <source>Folder that the report is written to.</source>
        <translation>Carpeta en la que se escribe el informe.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Replace an earlier report.</source>
        <translation>Sustituye un informe anterior.</translation>
    </message>
    <message>
        <source>Shows whole-slide images beside their stain-normalized view.</source>
        <translation>Muestra preparaciones digitales junto a su vista normalizada.</translation>
    </message>
    <message>
        <source>Slide or picture to open.</source>
        <translation>Preparación o imagen que abrir.</translation>
    </message>
    <message>
        <source>Only one slide can be opened at a time.</source>
        <translation>Solo se puede abrir una preparación a la vez.</translation>
    </message>
    <message>
        <source>There is room for %1 profiles.</source>
        <translation>Hay sitio para %1 perfiles.</translation>
    </message>
    <message>
        <source>%1 is not a view. Views are: %2.</source>
        <translation>%1 no es una vista. Las vistas son: %2.</translation>
    </message>
    <message>
        <source>%1 is not an arrangement. Arrangements are: %2.</source>
        <translation>%1 no es una disposición. Las disposiciones son: %2.</translation>
    </message>
    <message>
        <source>--report STUDY and --output FOLDER belong together.</source>
        <translation>--report STUDY y --output FOLDER van juntos.</translation>
    </message>
    <message>
        <source>%1 is not a mode. Modes are: %2.</source>
        <translation>%1 no es un modo. Los modos son: %2.</translation>
    </message>
    <message>
        <source>%1 is not a size such as 1600x1000.</source>
        <translation>%1 no es un tamaño como 1600x1000.</translation>
    </message>
    <message>
        <source>%1 is not a theme. Themes are: %2.</source>
        <translation>%1 no es un tema. Los temas son: %2.</translation>
    </message>
    <message>
        <source>%1 is not a language of this program. Languages are: %2.</source>
        <translation>%1 no es un idioma de este programa. Los idiomas son: %2.</translation>
    </message>
</context>
<context>
    <name>MethodText</name>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
</context>
<context>
    <name>NetworkNotice</name>
    <message>
        <source>Memory ran short: the network goes on with fewer images at a time.</source>
        <translation>Faltó memoria: la red sigue con menos imágenes a la vez.</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory or failed: the network goes on, more slowly, on the processor.</source>
        <translation>La tarjeta gráfica se quedó sin memoria o falló: la red sigue, más despacio, en el procesador.</translation>
    </message>
</context>
<context>
    <name>PaneArrangement</name>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>One Row</source>
        <translation>Una fila</translation>
    </message>
    <message>
        <source>One Column</source>
        <translation>Una columna</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
</context>
<context>
    <name>PaneView</name>
    <message>
        <source>&amp;Normalized</source>
        <translation>&amp;Normalizada</translation>
    </message>
    <message>
        <source>&amp;Hematoxylin Alone</source>
        <translation>Solo &amp;hematoxilina</translation>
    </message>
    <message>
        <source>&amp;Eosin Alone</source>
        <translation>Solo &amp;eosina</translation>
    </message>
    <message>
        <source>&amp;Residual Alone</source>
        <translation>Solo &amp;residuo</translation>
    </message>
    <message>
        <source>&amp;Trust Map</source>
        <translation>Mapa de con&amp;fianza</translation>
    </message>
    <message>
        <source>&amp;Second Scan</source>
        <translation>&amp;Segundo escaneo</translation>
    </message>
</context>
<context>
    <name>ProfileCatalog</name>
    <message>
        <source>Fits the method to this slide and brings it to published H&amp;E colors; needs no image of yours</source>
        <translation>Ajusta el método a esta preparación y la lleva a los colores H&amp;E publicados; no necesita ninguna imagen suya</translation>
    </message>
    <message>
        <source>%1 (demo slides only)</source>
        <translation>%1 (solo preparaciones de demostración)</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (no encontrado)</translation>
    </message>
    <message>
        <source>Made for H&amp;E: this slide is stained after Papanicolaou</source>
        <translation>Hecho para H&amp;E: esta preparación está teñida según Papanicolaou</translation>
    </message>
</context>
<context>
    <name>ProfileFacts</name>
    <message>
        <source>not stated</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>Tissue only: without glass, pen marks and folds</source>
        <translation>Solo tejido: sin vidrio, marcas de rotulador ni pliegues</translation>
    </message>
    <message>
        <source>As published: all pixels</source>
        <translation>Como se publicó: todos los píxeles</translation>
    </message>
    <message>
        <source>As published: pixels darker than 80 % lightness</source>
        <translation>Como se publicó: píxeles más oscuros que el 80 % de luminosidad</translation>
    </message>
    <message>
        <source>Left unchanged, with a smooth transition to tissue</source>
        <translation>Se deja sin cambios, con transición suave al tejido</translation>
    </message>
    <message>
        <source>Mapped like every other color, as published</source>
        <translation>Se convierte como cualquier otro color, como se publicó</translation>
    </message>
    <message>
        <source>Optical density in red, green and blue, as a vector of length 1</source>
        <translation>Densidad óptica en rojo, verde y azul, como vector de longitud 1</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>Hematoxilina</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosina</translation>
    </message>
    <message>
        <source>Mean of L, a, b</source>
        <translation>Media de L, a, b</translation>
    </message>
    <message>
        <source>CIE Lab: L from 0 to 100, a and b around 0</source>
        <translation>CIE Lab: L de 0 a 100, a y b en torno a 0</translation>
    </message>
    <message>
        <source>Deviation of L, a, b</source>
        <translation>Desviación de L, a, b</translation>
    </message>
    <message>
        <source>Standard deviation over all pixels of the fit</source>
        <translation>Desviación estándar sobre todos los píxeles del ajuste</translation>
    </message>
    <message>
        <source>Maxima</source>
        <translation>Máximos</translation>
    </message>
    <message>
        <source>99th percentiles of the amounts of hematoxylin and eosin</source>
        <translation>Percentiles 99 de las cantidades de hematoxilina y eosina</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Vidrio</translation>
    </message>
    <message>
        <source>Optical density of empty glass in red, green and blue</source>
        <translation>Densidad óptica del vidrio vacío en rojo, verde y azul</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Medias</translation>
    </message>
    <message>
        <source>Mean amounts of hematoxylin and eosin where they are at home</source>
        <translation>Cantidades medias de hematoxilina y eosina donde predominan</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Núcleos</translation>
    </message>
    <message>
        <source>Each pixel of the result depends on that pixel alone</source>
        <translation>Cada píxel del resultado depende solo de ese píxel</translation>
    </message>
    <message>
        <source>The result depends on neighboring pixels</source>
        <translation>El resultado depende de píxeles vecinos</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Fitted to</source>
        <translation>Ajustado a</translation>
    </message>
    <message>
        <source>White glass</source>
        <translation>Vidrio blanco</translation>
    </message>
    <message>
        <source>Slide&apos;s stain %1</source>
        <translation>Tinción %1 de la preparación</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Tinción</translation>
    </message>
    <message>
        <source>Source scanner</source>
        <translation>Escáner de la fuente</translation>
    </message>
    <message>
        <source>Target scanner</source>
        <translation>Escáner del objetivo</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Tamaño de píxel</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm por píxel</translation>
    </message>
    <message>
        <source>Of the images that the profile was made from</source>
        <translation>De las imágenes de las que se hizo el perfil</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Hecho para</translation>
    </message>
    <message>
        <source>generated demo slides only</source>
        <translation>solo preparaciones de demostración generadas</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecho por</translation>
    </message>
    <message>
        <source>Isostain version</source>
        <translation>Versión de Isostain</translation>
    </message>
    <message>
        <source>Training colors</source>
        <translation>Colores de entrenamiento</translation>
    </message>
    <message>
        <source>%1 of %2 cells of the color space</source>
        <translation>%1 de %2 celdas del espacio de color</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>The trust map shows where a slide has colors that are not among them</source>
        <translation>El mapa de confianza muestra dónde una preparación tiene colores que no están entre ellos</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of everything that decides the colors; the same digits, the same colors</source>
        <translation>De todo lo que decide los colores; mismos dígitos, mismos colores</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Fitted to each slide when it is opened</source>
        <translation>Se ajusta a cada preparación al abrirla</translation>
    </message>
</context>
<context>
    <name>ProfileFormat</name>
    <message>
        <source>PNG picture</source>
        <translation>Imagen PNG</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Dibujo SVG</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tabla CSV</translation>
    </message>
    <message>
        <source>Gray value profile</source>
        <translation>Perfil de niveles de gris</translation>
    </message>
</context>
<context>
    <name>ProfileName</name>
    <message>
        <source>Any stain</source>
        <translation>Cualquier tinción</translation>
    </message>
    <message>
        <source>H&amp;E</source>
        <translation>H&amp;E</translation>
    </message>
    <message>
        <source>Papanicolaou</source>
        <translation>Papanicolaou</translation>
    </message>
    <message>
        <source>StainNet</source>
        <translation>StainNet</translation>
    </message>
    <message>
        <source>StainGAN</source>
        <translation>StainGAN</translation>
    </message>
    <message>
        <source>Reinhard</source>
        <translation>Reinhard</translation>
    </message>
    <message>
        <source>Ruifrok &amp; Johnston</source>
        <translation>Ruifrok &amp; Johnston</translation>
    </message>
    <message>
        <source>Macenko</source>
        <translation>Macenko</translation>
    </message>
    <message>
        <source>Vahadane</source>
        <translation>Vahadane</translation>
    </message>
    <message>
        <source>Khan</source>
        <translation>Khan</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Como se publicó</translation>
    </message>
    <message>
        <source>Tissue only</source>
        <translation>Solo tejido</translation>
    </message>
    <message>
        <source>Normalized like tissue</source>
        <translation>Normalizado como el tejido</translation>
    </message>
    <message>
        <source>Left unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Como diga el perfil</translation>
    </message>
    <message>
        <source>No tissue was found, so there is nothing to fit the method to.</source>
        <translation>No se encontró tejido, así que no hay a qué ajustar el método.</translation>
    </message>
    <message>
        <source>The picture is gray, so there are no stains to find.</source>
        <translation>La imagen es gris, así que no hay colorantes que encontrar.</translation>
    </message>
    <message>
        <source>Only one stain could be told; the published H&amp;E stains stand in for this slide&apos;s.</source>
        <translation>Solo se pudo distinguir un colorante; los de la H&amp;E publicada sustituyen a los de esta preparación.</translation>
    </message>
    <message>
        <source>No hematoxylin and eosin were found, so there is nothing to fit the method to.</source>
        <translation>No se encontraron hematoxilina ni eosina, así que no hay a qué ajustar el método.</translation>
    </message>
    <message>
        <source>The stains found here do not look like hematoxylin and eosin. Compare with the source before you rely on the colors.</source>
        <translation>Los colorantes hallados aquí no parecen hematoxilina y eosina. Compare con la fuente antes de fiarse de los colores.</translation>
    </message>
    <message>
        <source>The stain profile is for another stain than this slide&apos;s.</source>
        <translation>El perfil de tinción es para una tinción distinta de la de esta preparación.</translation>
    </message>
    <message>
        <source>The pixel size of this slide differs from that of the images the stain profile was made from.</source>
        <translation>El tamaño de píxel de esta preparación difiere del de las imágenes de las que se hizo el perfil de tinción.</translation>
    </message>
    <message>
        <source>The pixel size of the slide or of the network&apos;s training images is not known; the network runs on the slide&apos;s own pixels.</source>
        <translation>No se conoce el tamaño de píxel de la preparación o de las imágenes de entrenamiento de la red; la red trabaja sobre los píxeles propios de la preparación.</translation>
    </message>
</context>
<context>
    <name>ProfilePlot</name>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Distance (µm)</source>
        <translation>Distancia (µm)</translation>
    </message>
    <message>
        <source>Distance (pixels)</source>
        <translation>Distancia (píxeles)</translation>
    </message>
    <message>
        <source>%1 (r = %2)</source>
        <translation>%1 (r = %2)</translation>
    </message>
    <message>
        <source>Length %1 (%2 px)</source>
        <translation>Longitud %1 (%2 px)</translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>Longitud %1</translation>
    </message>
    <message>
        <source>longer than %1 px: level %2, every %3 px</source>
        <translation>más larga que %1 px: nivel %2, cada %3 px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>gaps: outside the slide or unreadable</source>
        <translation>huecos: fuera de la preparación o ilegible</translation>
    </message>
</context>
<context>
    <name>ResultItems</name>
    <message>
        <source>Study:</source>
        <translation>Estudio:</translation>
    </message>
    <message>
        <source>Begun:</source>
        <translation>Iniciado:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Estado:</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Carpeta:</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>Pasos:</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>Perfil de tinción:</translation>
    </message>
    <message>
        <source>none was trained</source>
        <translation>no se entrenó ninguno</translation>
    </message>
    <message>
        <source>SHA-256 of its weights:</source>
        <translation>SHA-256 de sus pesos:</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Methods (Tables 1, 2)</source>
        <translation>Métodos (tablas 1, 2)</translation>
    </message>
    <message>
        <source>Whole slides (Table 3)</source>
        <translation>Preparaciones enteras (tabla 3)</translation>
    </message>
    <message>
        <source>Layers (Table 4)</source>
        <translation>Capas (tabla 4)</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Clasificador</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n preparación</numerusform>
            <numerusform>%n preparaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>%1 × %2 to %3 × %4 pixels</source>
        <translation>%1 × %2 a %3 × %4 píxeles</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm por píxel</translation>
    </message>
    <message>
        <source>%1 to train on</source>
        <translation>%1 para entrenar</translation>
    </message>
    <message>
        <source>%1 to test on</source>
        <translation>%1 para probar</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read:</source>
        <translation>
            <numerusform>No se puede leer %n archivo:</numerusform>
            <numerusform>No se pueden leer %n archivos:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StainViewName</name>
    <message>
        <source>Hematoxylin</source>
        <translation>Hematoxilina</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosina</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuo</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>An export is running. If it is stopped, slides that are finished stay, and the one being written is removed.</source>
        <translation>Hay una exportación en curso. Si se detiene, las preparaciones terminadas se conservan y la que se está escribiendo se elimina.</translation>
    </message>
</context>
<context>
    <name>StudyFigures</name>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Gray value profile, %1</source>
        <translation>Perfil de niveles de gris, %1</translation>
    </message>
    <message>
        <source>Gray values along the line, in the source, the target and the normalized images of %1; the dashed part is enlarged below.</source>
        <translation>Niveles de gris a lo largo de la línea, en la fuente, el objetivo y las imágenes normalizadas de %1; la parte discontinua se amplía abajo.</translation>
    </message>
    <message>
        <source>Comparison of methods</source>
        <translation>Comparación de métodos</translation>
    </message>
    <message>
        <source>Test images as scanned, their targets, and what each method makes of them; the dashed part is enlarged below.</source>
        <translation>Imágenes de prueba tal como se escanearon, sus objetivos y lo que hace con ellas cada método; la parte discontinua se amplía abajo.</translation>
    </message>
    <message>
        <source>Whole slide %1</source>
        <translation>Preparación entera %1</translation>
    </message>
    <message>
        <source>The whole slide %1 as scanned and by each method; the dashed part is below at full resolution.</source>
        <translation>La preparación entera %1 tal como se escaneó y con cada método; la parte discontinua está abajo a resolución completa.</translation>
    </message>
    <message>
        <source>Layers of 1x1 and 3x3</source>
        <translation>Capas de 1x1 y 3x3</translation>
    </message>
    <message>
        <source>Networks of layers of 1x1 + layers of 3x3 on %1, and the gray values along the line.</source>
        <translation>Redes de capas de 1x1 + capas de 3x3 sobre %1, y los niveles de gris a lo largo de la línea.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rojo</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>Color histogram, %1</source>
        <translation>Histograma de color, %1</translation>
    </message>
    <message>
        <source>How often values of the channel occur in the test images, glass (%1 and more) left out.</source>
        <translation>Con qué frecuencia aparecen los valores del canal en las imágenes de prueba, sin contar el vidrio (%1 y más).</translation>
    </message>
    <message>
        <source>Value of the channel, 0 to 255</source>
        <translation>Valor del canal, 0 a 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>Proporción de píxeles, %</translation>
    </message>
    <message>
        <source>Colors in CIE a*b*</source>
        <translation>Colores en CIE a*b*</translation>
    </message>
    <message>
        <source>Hue and chroma of pixels of the test images, the same places in each.</source>
        <translation>Tono y croma de píxeles de las imágenes de prueba, en los mismos lugares de cada una.</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a* (verde a magenta)</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b* (azul a amarillo)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Means of the losses between two measurements, before they are weighted.</source>
        <translation>Medias de las pérdidas entre dos mediciones, antes de ponderarlas.</translation>
    </message>
    <message>
        <source>StainGAN: losses</source>
        <translation>StainGAN: pérdidas</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>adversarial, to target</source>
        <translation>adversaria, hacia el objetivo</translation>
    </message>
    <message>
        <source>discriminator of the target</source>
        <translation>discriminador del objetivo</translation>
    </message>
    <message>
        <source>cycle of the source</source>
        <translation>ciclo de la fuente</translation>
    </message>
    <message>
        <source>cycle of the target</source>
        <translation>ciclo del objetivo</translation>
    </message>
    <message>
        <source>identity of the source</source>
        <translation>identidad de la fuente</translation>
    </message>
    <message>
        <source>identity of the target</source>
        <translation>identidad del objetivo</translation>
    </message>
    <message>
        <source>StainGAN: learning rate</source>
        <translation>StainGAN: tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate.</source>
        <translation>Tasa de aprendizaje de Adam.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>tasa de aprendizaje</translation>
    </message>
    <message>
        <source>StainGAN: test images</source>
        <translation>StainGAN: imágenes de prueba</translation>
    </message>
    <message>
        <source>PSNR Target on test pairs at the end of each epoch; it decides nothing.</source>
        <translation>PSNR Target en los pares de prueba al final de cada época; no decide nada.</translation>
    </message>
    <message>
        <source>PSNR Target (dB)</source>
        <translation>PSNR Target (dB)</translation>
    </message>
    <message>
        <source>PSNR Target</source>
        <translation>PSNR Target</translation>
    </message>
    <message>
        <source>StainNet: loss</source>
        <translation>StainNet: pérdida</translation>
    </message>
    <message>
        <source>L1 in the [-1, 1] scale.</source>
        <translation>L1 en la escala [-1, 1].</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Target</translation>
    </message>
    <message>
        <source>SSIM Source</source>
        <translation>SSIM Source</translation>
    </message>
    <message>
        <source>%1 of all test images: quartiles, whiskers within 1.5 of their distance, the rest as points.</source>
        <translation>%1 de todas las imágenes de prueba: cuartiles, bigotes hasta 1,5 veces su distancia, el resto como puntos.</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>Curvas ROC</translation>
    </message>
    <message>
        <source>Of the classifier with the median AUC of each test set.</source>
        <translation>Del clasificador con la AUC mediana de cada conjunto de prueba.</translation>
    </message>
</context>
<context>
    <name>StudyStep</name>
    <message>
        <source>Prepare the data</source>
        <translation>Preparar los datos</translation>
    </message>
    <message>
        <source>Train the StainGAN</source>
        <translation>Entrenar la StainGAN</translation>
    </message>
    <message>
        <source>Distill the StainNet</source>
        <translation>Destilar la StainNet</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>Comparar los métodos</translation>
    </message>
    <message>
        <source>Make the pictures</source>
        <translation>Hacer las imágenes</translation>
    </message>
    <message>
        <source>Compare on whole slides</source>
        <translation>Comparar en preparaciones enteras</translation>
    </message>
    <message>
        <source>Compare layers of 1x1 and 3x3</source>
        <translation>Comparar capas de 1x1 y 3x3</translation>
    </message>
    <message>
        <source>Train and test classifiers</source>
        <translation>Entrenar y probar clasificadores</translation>
    </message>
</context>
<context>
    <name>StudyTexts</name>
    <message>
        <source>Reads the images, or makes them, and puts some aside for the test.</source>
        <translation>Lee las imágenes, o las genera, y aparta algunas para la prueba.</translation>
    </message>
    <message>
        <source>Learns the target&apos;s colors from images that need not show the same. Takes the most time.</source>
        <translation>Aprende los colores del objetivo de imágenes que no tienen que mostrar lo mismo. Es lo que más tarda.</translation>
    </message>
    <message>
        <source>Makes a small, fast network of it: the stain profile that you keep.</source>
        <translation>Hace de ella una red pequeña y rápida: el perfil de tinción que usted conserva.</translation>
    </message>
    <message>
        <source>Measures SSIM and PSNR of every method on the test pairs: Tables 1 and 2.</source>
        <translation>Mide SSIM y PSNR de cada método en los pares de prueba: tablas 1 y 2.</translation>
    </message>
    <message>
        <source>Normalizes some test images by every method, for the figures.</source>
        <translation>Normaliza algunas imágenes de prueba con cada método, para las figuras.</translation>
    </message>
    <message>
        <source>Measures how much structure whole slides keep: Table 3.</source>
        <translation>Mide cuánta estructura conservan las preparaciones enteras: tabla 3.</translation>
    </message>
    <message>
        <source>Trains StainNets with more and more 3×3 layers: Table 4 and Figure 8.</source>
        <translation>Entrena StainNets con cada vez más capas de 3×3: tabla 4 y figura 8.</translation>
    </message>
    <message>
        <source>Tells whether normalization helps a classifier: ROC curves.</source>
        <translation>Dice si la normalización ayuda a un clasificador: curvas ROC.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Small networks: a first result in minutes, also without a graphics card.</source>
        <translation>Redes pequeñas: un primer resultado en minutos, también sin tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Networks of half the paper&apos;s width: hours on a graphics card.</source>
        <translation>Redes de la mitad del ancho del artículo: horas en una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Networks, losses and rates as published: for a graphics card.</source>
        <translation>Redes, pérdidas y tasas como se publicaron: para una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Like the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>The view at full resolution</source>
        <translation>La vista a resolución completa</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 píxeles</translation>
    </message>
</context>
<context>
    <name>ViewTexts</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 pixels per pixel</source>
        <comment>screen pixels per pixel of the slide</comment>
        <translation>%1 píxeles por píxel</translation>
    </message>
    <message>
        <source>%1 µm/pixel</source>
        <translation>%1 µm/píxel</translation>
    </message>
    <message>
        <source>Level %1 of %2 (1:%3)</source>
        <translation>Nivel %1 de %2 (1:%3)</translation>
    </message>
    <message>
        <source>x %1, y %2 px</source>
        <translation>x %1, y %2 px</translation>
    </message>
    <message>
        <source>%1 (%2, %3 µm)</source>
        <translation>%1 (%2, %3 µm)</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentFiles</name>
    <message>
        <source>Alignments of two scans (%1)</source>
        <translation>Alineaciones de dos escaneos (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Load an Alignment</source>
        <translation>Cargar una alineación</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>file name of the alignment of two scans</comment>
        <translation>%1 sobre %2</translation>
    </message>
    <message>
        <source>Save the Alignment</source>
        <translation>Guardar la alineación</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentPanel</name>
    <message>
        <source>&amp;Undo Point</source>
        <translation>&amp;Deshacer punto</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Aplicar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Now click spot %1 in %2.</source>
        <translation>Ahora haga clic en el punto %1 en %2.</translation>
    </message>
    <message>
        <source>Click a spot that you recognize in both scans, e.g. a nucleus: in %1 or in %2. Drag moves the picture.</source>
        <translation>Haga clic en un punto que reconozca en ambos escaneos, p. ej. un núcleo: en %1 o en %2. Arrastrar mueve la imagen.</translation>
    </message>
    <message>
        <source>Click a second spot, far from the first.</source>
        <translation>Haga clic en un segundo punto, lejos del primero.</translation>
    </message>
    <message>
        <source>Apply, or click a third spot, far from the line through the first two.</source>
        <translation>Aplique, o haga clic en un tercer punto, lejos de la recta que pasa por los dos primeros.</translation>
    </message>
    <message>
        <source>Three spots are there.</source>
        <translation>Ya hay tres puntos.</translation>
    </message>
    <message>
        <source>Scale %1, turned by %2°.</source>
        <translation>Escala %1, girado %2°.</translation>
    </message>
    <message>
        <source>Two spots always agree; a third one checks them.</source>
        <translation>Dos puntos siempre concuerdan; un tercero los comprueba.</translation>
    </message>
    <message>
        <source>The spots differ by %1 px from a mere rotation and scale.</source>
        <translation>Los puntos difieren en %1 px de una simple rotación con escala.</translation>
    </message>
    <message>
        <source>The spots differ by %1 px (%2 µm) from a mere rotation and scale.</source>
        <translation>Los puntos difieren en %1 px (%2 µm) de una simple rotación con escala.</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationController</name>
    <message>
        <source>Annotations (%1)</source>
        <translation>Anotaciones (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>De&amp;shacer %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>De&amp;shacer</translation>
    </message>
    <message>
        <source>Re&amp;do %1</source>
        <translation>&amp;Rehacer %1</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Load Annotations</source>
        <translation>Cargar anotaciones</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>Guardar anotaciones</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Cargar</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationKeeper</name>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationLayer</name>
    <message>
        <source>Reshape</source>
        <translation>Cambiar forma</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationPanel</name>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>&amp;Ir a</translation>
    </message>
    <message>
        <source>Brings the annotation to the middle of the view</source>
        <translation>Lleva la anotación al centro de la vista</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>&amp;Color…</translation>
    </message>
    <message>
        <source>Changes the color of the selected annotations</source>
        <translation>Cambia el color de las anotaciones seleccionadas</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>Keeps the selected annotation from being changed</source>
        <translation>Evita que se cambie la anotación seleccionada</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Removes the selected annotations</source>
        <translation>Quita las anotaciones seleccionadas</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>Ca&amp;rgar…</translation>
    </message>
    <message>
        <source>Adds the annotations of a GeoJSON file, as QuPath writes it</source>
        <translation>Añade las anotaciones de un archivo GeoJSON, como los escribe QuPath</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Saves all annotations as GeoJSON, which QuPath opens</source>
        <translation>Guarda todas las anotaciones como GeoJSON, que QuPath abre</translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation>Cambiar color</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationStore</name>
    <message>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationTableModel</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Change Class</source>
        <translation>Cambiar clase</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>isostain::AssociatedImageView</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>May show a patient&apos;s name.</source>
        <translation>Puede mostrar el nombre de un paciente.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
</context>
<context>
    <name>isostain::BookmarkController</name>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>Ma&amp;rcadores</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Ir a</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Lugar %1</translation>
    </message>
</context>
<context>
    <name>isostain::ChartView</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2: %3 %4</source>
        <translation>%1, %2: %3 %4</translation>
    </message>
    <message>
        <source>%1: %2, %3 %4</source>
        <translation>%1: %2, %3 %4</translation>
    </message>
    <message>
        <source>Point at a curve to read its values. Drag moves, the wheel zooms, a double click shows all.</source>
        <translation>Señale una curva para leer sus valores. Arrastrar mueve, la rueda amplía, un doble clic muestra todo.</translation>
    </message>
</context>
<context>
    <name>isostain::CheckPage</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Comprobar de n&amp;uevo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Progreso de la comprobación</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>What is there, and whether a training can learn from it.</source>
        <translation>Qué hay, y si un entrenamiento puede aprender de ello.</translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation>Se están comprobando los datos.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) to test on.</source>
        <translation>
            <numerusform>%n par para la prueba.</numerusform>
            <numerusform>%n pares para la prueba.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no test pairs: methods cannot be measured or compared.</source>
        <translation>No hay pares de prueba: los métodos no se pueden medir ni comparar.</translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>Mirando las imágenes…</translation>
    </message>
</context>
<context>
    <name>isostain::ColorCharts</name>
    <message>
        <source>Histogram of the channels of source and target</source>
        <translation>Histograma de los canales de fuente y objetivo</translation>
    </message>
    <message>
        <source>Colors of source and target in CIE a*b*</source>
        <translation>Colores de fuente y objetivo en CIE a*b*</translation>
    </message>
    <message>
        <source>Value of a channel, 0 to 255</source>
        <translation>Valor de un canal, 0 a 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>Proporción de píxeles, %</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rojo</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>Source, %1</source>
        <translation>Fuente, %1</translation>
    </message>
    <message>
        <source>Target, %1</source>
        <translation>Objetivo, %1</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a* (verde a magenta)</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b* (azul a amarillo)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
</context>
<context>
    <name>isostain::ColorProfilePanel</name>
    <message>
        <source>Color profiles</source>
        <translation>Perfiles de color</translation>
    </message>
    <message>
        <source>Use the &amp;slide&apos;s color profile</source>
        <translation>Usar el perfil de color de la &amp;preparación</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Shows colors as the slide&apos;s profile (ICC) says that they look, in every pane: an export carries the same profile</source>
        <translation>Muestra los colores como dice el perfil (ICC) de la preparación, en cada panel: una exportación lleva el mismo perfil</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Chooses the ICC profile that was made for this screen</source>
        <translation>Elige el perfil ICC que se hizo para esta pantalla</translation>
    </message>
    <message>
        <source>Screen:</source>
        <translation>Pantalla:</translation>
    </message>
    <message>
        <source>no slide is open</source>
        <translation>no hay ninguna preparación abierta</translation>
    </message>
    <message>
        <source>no profile, taken for sRGB</source>
        <translation>sin perfil, se toma como sRGB</translation>
    </message>
</context>
<context>
    <name>isostain::ColorSwatch</name>
    <message>
        <source>Red, green and blue under the cursor: before → after normalization</source>
        <translation>Rojo, verde y azul bajo el cursor: antes → después de la normalización</translation>
    </message>
</context>
<context>
    <name>isostain::CompareView</name>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Preparing %1…</source>
        <translation>Preparando %1…</translation>
    </message>
    <message>
        <source>source standing in</source>
        <translation>la fuente en su lugar</translation>
    </message>
    <message>
        <source>Unreadable parts of this slide: %1</source>
        <translation>Partes ilegibles de esta preparación: %1</translation>
    </message>
</context>
<context>
    <name>isostain::ComparisonWindow</name>
    <message>
        <source>Compare Trainings</source>
        <translation>Comparar entrenamientos</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Losses of the studies</source>
        <translation>Pérdidas de los estudios</translation>
    </message>
    <message>
        <source>Measurements of the studies</source>
        <translation>Mediciones de los estudios</translation>
    </message>
    <message>
        <source>&amp;Curve:</source>
        <translation>&amp;Curva:</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Target</translation>
    </message>
    <message>
        <source>PSNR Target, dB</source>
        <translation>PSNR Target, dB</translation>
    </message>
    <message>
        <source>SSIM Source</source>
        <translation>SSIM Source</translation>
    </message>
</context>
<context>
    <name>isostain::CurveTable</name>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Gray value under the cursor, 0 to 255</source>
        <translation>Nivel de gris bajo el cursor, 0 a 255</translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation with the source along the line</source>
        <translation>Correlación de Pearson con la fuente a lo largo de la línea</translation>
    </message>
    <message>
        <source>Curves: gray value under the cursor and correlation with the source</source>
        <translation>Curvas: nivel de gris bajo el cursor y correlación con la fuente</translation>
    </message>
</context>
<context>
    <name>isostain::DataPage</name>
    <message>
        <source>&amp;More: whole slides, classifier</source>
        <translation>&amp;Más: preparaciones enteras, clasificador</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Which images should be brought to which look? The source is what your scanner gives; the target is the look that it should have.</source>
        <translation>¿Qué imágenes deben tomar qué aspecto? La fuente es lo que da su escáner; el objetivo es el aspecto que debería tener.</translation>
    </message>
    <message>
        <source>&amp;Folders of images</source>
        <translation>Carpetas de &amp;imágenes</translation>
    </message>
    <message>
        <source>Tiles or pictures of both looks. They need not show the same tissue.</source>
        <translation>Teselas o imágenes de ambos aspectos. No tienen que mostrar el mismo tejido.</translation>
    </message>
    <message>
        <source>Slides &amp;of both looks</source>
        <translation>&amp;Preparaciones de ambos aspectos</translation>
    </message>
    <message>
        <source>Patches of tissue are cut from the slides of each. They need not show the same tissue.</source>
        <translation>De las preparaciones de cada uno se recortan parches de tejido. No tienen que mostrar el mismo tejido.</translation>
    </message>
    <message>
        <source>Two &amp;scans of one glass</source>
        <translation>Dos &amp;escaneos de un mismo vidrio</translation>
    </message>
    <message>
        <source>The same glass scanned twice. Both are aligned and cut into pairs.</source>
        <translation>El mismo vidrio escaneado dos veces. Ambos se alinean y se recortan en pares.</translation>
    </message>
    <message>
        <source>&amp;Try with generated data</source>
        <translation>Probar con datos &amp;generados</translation>
    </message>
    <message>
        <source>Artificial tissue as two scanners see it: to learn how it works, without images of yours.</source>
        <translation>Tejido artificial visto por dos escáneres: para aprender cómo funciona, sin imágenes suyas.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Source of the test pairs</source>
        <translation>Fuente de los pares de prueba</translation>
    </message>
    <message>
        <source>Target of the test pairs</source>
        <translation>Objetivo de los pares de prueba</translation>
    </message>
    <message>
        <source>List of the test pairs</source>
        <translation>Lista de los pares de prueba</translation>
    </message>
    <message>
        <source>Only where the file names differ</source>
        <translation>Solo si los nombres de archivo difieren</translation>
    </message>
    <message>
        <source>Needed to measure and to compare methods</source>
        <translation>Necesario para medir y comparar métodos</translation>
    </message>
    <message>
        <source>Part of the glass for the test:</source>
        <translation>Parte del vidrio para la prueba:</translation>
    </message>
    <message>
        <source>0.05 to 0.5 of its width: what is tested on is never trained on</source>
        <translation>De 0,05 a 0,5 de su ancho: lo que se usa para probar nunca se usa para entrenar</translation>
    </message>
    <message>
        <source>Patches of each look:</source>
        <translation>Parches de cada aspecto:</translation>
    </message>
    <message>
        <source>Drawn at random from the tissue of all slides, the same every time</source>
        <translation>Elegidos al azar del tejido de todas las preparaciones, siempre los mismos</translation>
    </message>
    <message>
        <source>Micrometers per pixel:</source>
        <translation>Micrómetros por píxel:</translation>
    </message>
    <message>
        <source>Slides of every magnification are resampled to it; 0.25 is about 40x, 0.5 about 20x</source>
        <translation>Las preparaciones de cualquier aumento se remuestrean a él; 0,25 equivale a unos 40x, 0,5 a unos 20x</translation>
    </message>
    <message>
        <source>Sou&amp;rce:</source>
        <translation>&amp;Fuente:</translation>
    </message>
    <message>
        <source>Tar&amp;get:</source>
        <translation>&amp;Objetivo:</translation>
    </message>
    <message>
        <source>Test so&amp;urce:</source>
        <translation>F&amp;uente de prueba:</translation>
    </message>
    <message>
        <source>Test t&amp;arget:</source>
        <translation>O&amp;bjetivo de prueba:</translation>
    </message>
    <message>
        <source>Pa&amp;irs:</source>
        <translation>Pa&amp;res:</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Tinción</translation>
    </message>
    <message>
        <source>Tiles of each look</source>
        <translation>Teselas de cada aspecto</translation>
    </message>
    <message>
        <source>St&amp;ain:</source>
        <translation>&amp;Tinción:</translation>
    </message>
    <message>
        <source>Ti&amp;les of each look:</source>
        <translation>Te&amp;selas de cada aspecto:</translation>
    </message>
    <message>
        <source>Whole slides to compare on</source>
        <translation>Preparaciones enteras que comparar</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Añadir…</translation>
    </message>
    <message>
        <source>Add slides</source>
        <translation>Añadir preparaciones</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Remove the selected slides</source>
        <translation>Quitar las preparaciones seleccionadas</translation>
    </message>
    <message>
        <source>Slides to Compare on</source>
        <translation>Preparaciones que comparar</translation>
    </message>
    <message>
        <source>Labelled images of the target&apos;s look</source>
        <translation>Imágenes etiquetadas con el aspecto del objetivo</translation>
    </message>
    <message>
        <source>Labelled images of the source&apos;s look</source>
        <translation>Imágenes etiquetadas con el aspecto de la fuente</translation>
    </message>
    <message>
        <source>Weights of SqueezeNet 1.1</source>
        <translation>Pesos de SqueezeNet 1.1</translation>
    </message>
    <message>
        <source>Without: the classifier begins untrained</source>
        <translation>Sin ellos, el clasificador empieza sin entrenar</translation>
    </message>
    <message>
        <source>Whole slid&amp;es:</source>
        <translation>Preparaciones en&amp;teras:</translation>
    </message>
    <message>
        <source>Of the source&apos;s look: to compare how much of their structure each method keeps.</source>
        <translation>Con el aspecto de la fuente: para comparar cuánta estructura conserva cada método.</translation>
    </message>
    <message>
        <source>Classifier, training:</source>
        <translation>Clasificador, entrenamiento:</translation>
    </message>
    <message>
        <source>Classifier, test:</source>
        <translation>Clasificador, prueba:</translation>
    </message>
    <message>
        <source>Folders with one folder of images per class. The training images have the target&apos;s look, the test images the source&apos;s.</source>
        <translation>Carpetas con una carpeta de imágenes por clase. Las imágenes de entrenamiento tienen el aspecto del objetivo, las de prueba el de la fuente.</translation>
    </message>
    <message>
        <source>Classifier, weights:</source>
        <translation>Clasificador, pesos:</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>Nombre del estudio</translation>
    </message>
    <message>
        <source>Folder that studies are kept in</source>
        <translation>Carpeta en la que se guardan los estudios</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>&amp;Keep in:</source>
        <translation>&amp;Guardar en:</translation>
    </message>
    <message>
        <source>Folders of slides, with those in folders below. For figures and measurements, add pairs of images that show the same place in both looks:</source>
        <translation>Carpetas de preparaciones, con las de carpetas inferiores. Para figuras y mediciones, añada pares de imágenes que muestren el mismo lugar con ambos aspectos:</translation>
    </message>
    <message>
        <source>PNG, JPEG or TIFF, also in folders below. For figures and measurements, add pairs that show the same place in both looks:</source>
        <translation>PNG, JPEG o TIFF, también en carpetas inferiores. Para figuras y mediciones, añada pares que muestren el mismo lugar con ambos aspectos:</translation>
    </message>
    <message>
        <source>Slides or pictures of the same glass.</source>
        <translation>Preparaciones o imágenes del mismo vidrio.</translation>
    </message>
    <message>
        <source>Study of %1</source>
        <translation>Estudio de %1</translation>
    </message>
    <message>
        <source>%1 demo %2</source>
        <translation>%1 demo %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s slides.</source>
        <translation>Elija la carpeta de las preparaciones de la fuente.</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s images.</source>
        <translation>Elija la carpeta de las imágenes de la fuente.</translation>
    </message>
    <message>
        <source>Choose the scan that is the source.</source>
        <translation>Elija el escaneo que es la fuente.</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s slides.</source>
        <translation>Elija la carpeta de las preparaciones del objetivo.</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s images.</source>
        <translation>Elija la carpeta de las imágenes del objetivo.</translation>
    </message>
    <message>
        <source>Choose the scan that is the target.</source>
        <translation>Elija el escaneo que es el objetivo.</translation>
    </message>
    <message>
        <source>Source and target are the same. Choose another one.</source>
        <translation>Fuente y objetivo son lo mismo. Elija otro.</translation>
    </message>
    <message>
        <source>Choose both folders of the test pairs, or none.</source>
        <translation>Elija ambas carpetas de los pares de prueba, o ninguna.</translation>
    </message>
    <message>
        <source>Choose both folders of the classifier, or none.</source>
        <translation>Elija ambas carpetas del clasificador, o ninguna.</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>Dé un nombre al estudio.</translation>
    </message>
    <message>
        <source>Choose the folder that the study is kept in.</source>
        <translation>Elija la carpeta en la que se guarda el estudio.</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayController</name>
    <message>
        <source>Shows the colors as they are again</source>
        <translation>Muestra de nuevo los colores tal como son</translation>
    </message>
    <message>
        <source>Opens the window in which color profiles are turned on and off</source>
        <translation>Abre la ventana en la que se activan y desactivan los perfiles de color</translation>
    </message>
    <message>
        <source>Brightness and Color</source>
        <translation>Brillo y color</translation>
    </message>
    <message>
        <source>brightness %1</source>
        <translation>brillo %1</translation>
    </message>
    <message>
        <source>contrast %1</source>
        <translation>contraste %1</translation>
    </message>
    <message>
        <source>gamma %1</source>
        <translation>gamma %1</translation>
    </message>
    <message>
        <source>Screen only: %1</source>
        <translation>Solo pantalla: %1</translation>
    </message>
    <message>
        <source>Color profiles of slide and screen</source>
        <translation>Perfiles de color de la preparación y la pantalla</translation>
    </message>
    <message>
        <source>Color profile of the slide</source>
        <translation>Perfil de color de la preparación</translation>
    </message>
    <message>
        <source>Color profile of the screen</source>
        <translation>Perfil de color de la pantalla</translation>
    </message>
    <message>
        <source>Choose the Screen&apos;s Color Profile</source>
        <translation>Elegir el perfil de color de la pantalla</translation>
    </message>
    <message>
        <source>ICC profiles (%1)</source>
        <translation>Perfiles ICC (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayPanel</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>For the screen alone: exports, measurements and profiles of gray values stay as they are.</source>
        <translation>Solo para la pantalla: exportaciones, mediciones y perfiles de niveles de gris quedan como están.</translation>
    </message>
    <message>
        <source>&amp;Brightness:</source>
        <translation>&amp;Brillo:</translation>
    </message>
    <message>
        <source>&amp;Contrast:</source>
        <translation>&amp;Contraste:</translation>
    </message>
    <message>
        <source>&amp;Gamma:</source>
        <translation>&amp;Gamma:</translation>
    </message>
</context>
<context>
    <name>isostain::EmptyPage</name>
    <message>
        <source>Open a slide to begin</source>
        <translation>Abra una preparación para empezar</translation>
    </message>
    <message>
        <source>Drop a whole-slide image or a picture here, or choose one from your disk. You then see it as it was scanned; pick a stain profile to see the normalized view beside it.</source>
        <translation>Suelte aquí una preparación digital o una imagen, o elija una de su disco. La verá primero tal como se escaneó; elija un perfil de tinción para ver la vista normalizada al lado.</translation>
    </message>
    <message>
        <source>&amp;Open a Slide…</source>
        <translation>&amp;Abrir una preparación…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>Crear una preparación &amp;de demostración</translation>
    </message>
    <message>
        <source>Generates a slide of artificial tissue to try the program with</source>
        <translation>Genera una preparación de tejido artificial para probar el programa</translation>
    </message>
    <message>
        <source>Recent slides</source>
        <translation>Preparaciones recientes</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <comment>file name, folder</comment>
        <translation>%1  –  %2</translation>
    </message>
</context>
<context>
    <name>isostain::ErrorPage</name>
    <message>
        <source>&amp;Open Another Slide…</source>
        <translation>&amp;Abrir otra preparación…</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Detalles técnicos</translation>
    </message>
    <message>
        <source>&amp;Back to %1</source>
        <translation>&amp;Volver a %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportButtons</name>
    <message>
        <source>Open Fol&amp;der</source>
        <translation>Abrir la &amp;carpeta</translation>
    </message>
    <message>
        <source>Sho&amp;w Report</source>
        <translation>&amp;Ver el informe</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>&amp;Reintentar fallidas</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What became of every slide, with thumbnails before and after</source>
        <translation>Qué fue de cada preparación, con miniaturas antes y después</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>&amp;Reanudar</translation>
    </message>
</context>
<context>
    <name>isostain::ExportController</name>
    <message>
        <source>Stop the Export and Close?</source>
        <translation>¿Detener la exportación y cerrar?</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>Seguir exportando</translation>
    </message>
</context>
<context>
    <name>isostain::ExportDialog</name>
    <message>
        <source>none: choose a stain profile in the main window first</source>
        <translation>ninguno: elija antes un perfil de tinción en la ventana principal</translation>
    </message>
    <message>
        <source>unnamed profile</source>
        <translation>perfil sin nombre</translation>
    </message>
    <message>
        <source>Export Normalized Slides</source>
        <translation>Exportar preparaciones normalizadas</translation>
    </message>
    <message>
        <source>The slides are written here, with a journal by which an export is resumed. The folder is created when it is missing.</source>
        <translation>Las preparaciones se escriben aquí, con un diario que permite reanudar la exportación. La carpeta se crea si no existe.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>&amp;Nombres:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>Perfil de tinción:</translation>
    </message>
    <message>
        <source>Searching for slides…</source>
        <translation>Buscando preparaciones…</translation>
    </message>
    <message>
        <source>No further slides were found there.</source>
        <translation>Allí no se encontraron más preparaciones.</translation>
    </message>
    <message>
        <source>After a crash this export could not be resumed. %1</source>
        <translation>Tras un fallo, esta exportación no se podría reanudar. %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Stop the Export?</source>
        <translation>¿Detener la exportación?</translation>
    </message>
    <message>
        <source>Stop Export</source>
        <translation>Detener exportación</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>Seguir exportando</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>The folder %1 could not be shown. Open it with your file manager.</source>
        <translation>No se pudo mostrar la carpeta %1. Ábrala con su gestor de archivos.</translation>
    </message>
    <message>
        <source>The report could not be shown. Open %1 with a web browser.</source>
        <translation>No se pudo mostrar el informe. Abra %1 con un navegador web.</translation>
    </message>
    <message>
        <source>Add slides, or folders of slides, to export.</source>
        <translation>Añada preparaciones, o carpetas de preparaciones, que exportar.</translation>
    </message>
    <message>
        <source>Choose a stain profile in the main window first.</source>
        <translation>Elija antes un perfil de tinción en la ventana principal.</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>Elija la carpeta en la que escribir.</translation>
    </message>
    <message>
        <source>Correct the pattern of the names.</source>
        <translation>Corrija el patrón de los nombres.</translation>
    </message>
    <message>
        <source>What the view shows is a part of one slide. Choose another area, or leave only that slide in the list.</source>
        <translation>Lo que muestra la vista es parte de una sola preparación. Elija otra zona, o deje solo esa preparación en la lista.</translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported.</source>
        <translation>
            <numerusform>%n preparación exportada.</numerusform>
            <numerusform>%n preparaciones exportadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported before.</source>
        <translation>
            <numerusform>%n preparación exportada antes.</numerusform>
            <numerusform>%n preparaciones exportadas antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) failed.</source>
        <translation>
            <numerusform>%n preparación falló.</numerusform>
            <numerusform>%n preparaciones fallaron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) to export.</source>
        <translation>
            <numerusform>%n preparación por exportar.</numerusform>
            <numerusform>%n preparaciones por exportar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ExportForecastLabel</name>
    <message>
        <source>Working out how much space is needed…</source>
        <translation>Calculando cuánto espacio se necesita…</translation>
    </message>
    <message>
        <source>Everything in the list was exported before.</source>
        <translation>Todo lo de la lista ya se exportó antes.</translation>
    </message>
    <message>
        <source>About %1 will be written.</source>
        <translation>Se escribirán unos %1.</translation>
    </message>
    <message>
        <source>About %1 will be written; %2 are free.</source>
        <translation>Se escribirán unos %1; hay %2 libres.</translation>
    </message>
    <message>
        <source>About %1 are needed, but only %2 are free. Free some space, choose another folder, or export less.</source>
        <translation>Se necesitan unos %1, pero solo hay %2 libres. Libere espacio, elija otra carpeta o exporte menos.</translation>
    </message>
</context>
<context>
    <name>isostain::ExportNamingField</name>
    <message>
        <source>&amp;Anonymous</source>
        <translation>&amp;Anónimo</translation>
    </message>
    <message>
        <source>{name} is the name of the slide, {profile} that of the stain profile</source>
        <translation>{name} es el nombre de la preparación, {profile} el del perfil de tinción</translation>
    </message>
    <message>
        <source>Names files by the content of their slide, and no slide in the journal and the report beside them. Until an export has ended, its list of slides is kept in your own account, so that it can be resumed.</source>
        <translation>Nombra los archivos por el contenido de su preparación, y ninguna preparación en el diario ni en el informe que los acompañan. Hasta que la exportación termina, su lista de preparaciones se guarda en su propia cuenta para poder reanudarla.</translation>
    </message>
    <message>
        <source>Named by content, such as %1</source>
        <translation>Nombrado por el contenido, como %1</translation>
    </message>
    <message>
        <source>A name is made of {name}, {profile} and other text without slashes.</source>
        <translation>Un nombre se compone de {name}, {profile} y otro texto sin barras.</translation>
    </message>
</context>
<context>
    <name>isostain::ExportOptionsForm</name>
    <message>
        <source>Whole slide</source>
        <translation>Preparación entera</translation>
    </message>
    <message>
        <source>Around the tissue</source>
        <translation>Alrededor del tejido</translation>
    </message>
    <message>
        <source>What the view shows</source>
        <translation>Lo que muestra la vista</translation>
    </message>
    <message>
        <source>As in the slide</source>
        <translation>Como en la preparación</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La mitad</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Un cuarto</translation>
    </message>
    <message>
        <source>%1 (%2x)</source>
        <translation>%1 (%2x)</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>Como se inició</translation>
    </message>
    <message>
        <source>1 to 100: higher looks better and takes more space. Scanners use 70 to 90.</source>
        <translation>De 1 a 100: más alto se ve mejor y ocupa más. Los escáneres usan de 70 a 90.</translation>
    </message>
    <message>
        <source>A coarser export takes a quarter of the space for each step</source>
        <translation>Una exportación más gruesa ocupa un cuarto del espacio en cada paso</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist already</source>
        <translation>Sustituir archivos e&amp;xistentes</translation>
    </message>
    <message>
        <source>Slides that an earlier export with these options has finished are never written again</source>
        <translation>Las preparaciones que una exportación anterior con estas opciones terminó no se escriben nunca de nuevo</translation>
    </message>
    <message>
        <source>More o&amp;ptions</source>
        <translation>Más o&amp;pciones</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>&amp;Calidad:</translation>
    </message>
    <message>
        <source>Ma&amp;gnification:</source>
        <translation>&amp;Aumento:</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>Fo&amp;rmato:</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>C&amp;ompresión:</translation>
    </message>
    <message>
        <source>Ar&amp;ea:</source>
        <translation>&amp;Zona:</translation>
    </message>
    <message>
        <source>How finely JPEG stores color. Half resolution is what most scanners use; full resolution keeps small colored details and takes more space.</source>
        <translation>Con qué finura guarda JPEG el color. La media resolución es lo que usan casi todos los escáneres; la completa conserva los pequeños detalles de color y ocupa más.</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 píxeles</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>Uno por núcleo del procesador (%1)</translation>
    </message>
    <message>
        <source>&amp;JPEG color:</source>
        <translation>Color &amp;JPEG:</translation>
    </message>
    <message>
        <source>&amp;Tile size:</source>
        <translation>&amp;Tamaño de tesela:</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>&amp;Hilos:</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>Only of the slide that is open</source>
        <translation>Solo de la preparación abierta</translation>
    </message>
</context>
<context>
    <name>isostain::ExportProgressPanel</name>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Preparación %1 de %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>%1 megapixels per second</source>
        <translation>%1 megapíxeles por segundo</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportQueue</name>
    <message>
        <source>Slide</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 s</source>
        <translation>Hecho: %1 en %2 s</translation>
    </message>
    <message>
        <source>Exported before: %1</source>
        <translation>Exportada antes: %1</translation>
    </message>
    <message>
        <source>%1 About %2 are needed, %3 are free.</source>
        <translation>%1 Se necesitan unos %2, hay %3 libres.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
</context>
<context>
    <name>isostain::ExportSlideList</name>
    <message>
        <source>&amp;Add Slides…</source>
        <translation>&amp;Añadir preparaciones…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>Añadir car&amp;peta…</translation>
    </message>
    <message>
        <source>Adds every slide in a folder and in the folders below it</source>
        <translation>Añade todas las preparaciones de una carpeta y de las carpetas inferiores</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Open Res&amp;ult</source>
        <translation>Abrir res&amp;ultado</translation>
    </message>
    <message>
        <source>Shows the exported slide in the viewer</source>
        <translation>Muestra la preparación exportada en el visor</translation>
    </message>
    <message>
        <source>Slides to export</source>
        <translation>Preparaciones que exportar</translation>
    </message>
    <message>
        <source>Drop slides or folders of slides here</source>
        <translation>Suelte aquí preparaciones o carpetas de preparaciones</translation>
    </message>
    <message>
        <source>Add Slides</source>
        <translation>Añadir preparaciones</translation>
    </message>
    <message>
        <source>Add a Folder of Slides</source>
        <translation>Añadir una carpeta de preparaciones</translation>
    </message>
</context>
<context>
    <name>isostain::FigureBrowser</name>
    <message>
        <source>Reading the pictures…</source>
        <translation>Leyendo las imágenes…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Todavía no hay nada que dibujar.</translation>
    </message>
</context>
<context>
    <name>isostain::FigurePanel</name>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copies the figure as a picture</source>
        <translation>Copia la figura como imagen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>Copiar &amp;valores</translation>
    </message>
    <message>
        <source>Copies the numbers behind the figure as CSV</source>
        <translation>Copia los números de la figura como CSV</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>Saves the figure as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>Guarda la figura como PNG, SVG o PDF, o sus números como CSV</translation>
    </message>
    <message>
        <source>C&amp;hart Alone</source>
        <translation>Solo gráfi&amp;co</translation>
    </message>
    <message>
        <source>Shows the chart without the pictures, to read its values</source>
        <translation>Muestra el gráfico sin las imágenes, para leer sus valores</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Más grande (+)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Red&amp;ucir</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Más pequeño (-)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;justar</translation>
    </message>
    <message>
        <source>Shows everything (0)</source>
        <translation>Muestra todo (0)</translation>
    </message>
    <message>
        <source>Save the Figure</source>
        <translation>Guardar la figura</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dibujo SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Documento PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>Números (*.csv)</translation>
    </message>
</context>
<context>
    <name>isostain::FitNotices</name>
    <message>
        <source>It was trained on generated tissue for demo slides. On this slide its colors mean nothing: choose a profile made for slides like this one, or none.</source>
        <translation>Se entrenó con tejido generado para preparaciones de demostración. En esta preparación sus colores no significan nada: elija un perfil hecho para preparaciones como esta, o ninguno.</translation>
    </message>
    <message>
        <source>Colors outside the training: unknown</source>
        <translation>Colores fuera del entrenamiento: desconocido</translation>
    </message>
    <message>
        <source>Less than %1 % of the tissue has colors outside the training</source>
        <translation>Menos del %1 % del tejido tiene colores fuera del entrenamiento</translation>
    </message>
    <message>
        <source>%1 % of the tissue has colors outside the training</source>
        <translation>El %1 % del tejido tiene colores fuera del entrenamiento</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>isostain::FolderController</name>
    <message>
        <source>Slides in the Folder</source>
        <translation>Preparaciones de la carpeta</translation>
    </message>
    <message>
        <source>Choose a Folder of Slides</source>
        <translation>Elegir una carpeta de preparaciones</translation>
    </message>
</context>
<context>
    <name>isostain::FolderPanel</name>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Carpeta…</translation>
    </message>
    <message>
        <source>Lists the slides of another folder</source>
        <translation>Lista las preparaciones de otra carpeta</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>Copia la tabla para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Slides that have been read</source>
        <translation>Preparaciones ya leídas</translation>
    </message>
    <message>
        <source>Slides of the folder</source>
        <translation>Preparaciones de la carpeta</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Ninguna carpeta</translation>
    </message>
    <message>
        <source>Open a slide, or choose a folder of slides.</source>
        <translation>Abra una preparación, o elija una carpeta de preparaciones.</translation>
    </message>
    <message>
        <source>Looking for slides…</source>
        <translation>Buscando preparaciones…</translation>
    </message>
    <message>
        <source>There are no slides in this folder.</source>
        <translation>No hay preparaciones en esta carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slide(s) read</source>
        <translation>
            <numerusform>%1 de %n preparación leída</numerusform>
            <numerusform>%1 de %n preparaciones leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n preparación</numerusform>
            <numerusform>%n preparaciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::FolderSlides</name>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>L %1, a %2, b %3</source>
        <translation>L %1, a %2, b %3</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Double click or Enter opens it</source>
        <translation>Se abre con doble clic o Intro</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>Tejido</translation>
    </message>
    <message>
        <source>Share of the slide that is tissue, without glass, pen marks and folds</source>
        <translation>Proporción de la preparación que es tejido, sin vidrio, marcas de rotulador ni pliegues</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>Hematoxilina</translation>
    </message>
    <message>
        <source>Its color and its largest amount (99th percentile) in this slide, by Macenko&apos;s method</source>
        <translation>Su color y su mayor cantidad (percentil 99) en esta preparación, por el método de Macenko</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosina</translation>
    </message>
    <message>
        <source>Mean color</source>
        <translation>Color medio</translation>
    </message>
    <message>
        <source>Mean color of the tissue, CIE Lab</source>
        <translation>Color medio del tejido, CIE Lab</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Of the mean color from the median of the folder (CIE ΔE*ab): large where a slide is stained unlike the others</source>
        <translation>Del color medio respecto a la mediana de la carpeta (CIE ΔE*ab): grande donde una preparación está teñida de otro modo que las demás</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileController</name>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileDock</name>
    <message>
        <source>Gray Value Profile</source>
        <translation>Perfil de niveles de gris</translation>
    </message>
</context>
<context>
    <name>isostain::InterruptedBar</name>
    <message>
        <source>Resume training…</source>
        <translation>Reanudar entrenamiento…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>“Resume Training…” in the menu Normalization does it then</source>
        <translation>«Reanudar entrenamiento…», en el menú Normalización, lo hará entonces</translation>
    </message>
    <message>
        <source>The training “%1” was interrupted. It can be gone on with where it was.</source>
        <translation>El entrenamiento «%1» se interrumpió. Puede continuar donde estaba.</translation>
    </message>
    <message numerus="yes">
        <source>%n trainings were interrupted. They can be gone on with where they were.</source>
        <translation>
            <numerusform>%n entrenamiento se interrumpió. Puede continuar donde estaba.</numerusform>
            <numerusform>%n entrenamientos se interrumpieron. Pueden continuar donde estaban.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::LossCharts</name>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Pérdidas</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Clasificador</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
</context>
<context>
    <name>isostain::MainWindow</name>
    <message>
        <source>Slides and pictures (%1)</source>
        <translation>Preparaciones e imágenes (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>A&amp;rrange Panes</source>
        <translation>Di&amp;sponer paneles</translation>
    </message>
    <message>
        <source>&amp;Magnification</source>
        <translation>Au&amp;mento</translation>
    </message>
    <message>
        <source>Orien&amp;tation</source>
        <translation>Orien&amp;tación</translation>
    </message>
    <message>
        <source>&amp;Normalization</source>
        <translation>&amp;Normalización</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>An&amp;otar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Drawn without graphics acceleration</source>
        <translation>Dibujado sin aceleración gráfica</translation>
    </message>
    <message>
        <source>The demo slide is ready: “Make a Demo Slide” opens it</source>
        <translation>La preparación de demostración está lista: «Crear una preparación de demostración» la abre</translation>
    </message>
    <message>
        <source>Placed as %1 says</source>
        <translation>Colocado como dice %1</translation>
    </message>
    <message>
        <source>The alignment is saved as %1</source>
        <translation>La alineación se guardó como %1</translation>
    </message>
    <message>
        <source>The annotations are saved as %1</source>
        <translation>Las anotaciones se guardaron como %1</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations read from %1</source>
        <translation>
            <numerusform>%n anotación leída de %1</numerusform>
            <numerusform>%n anotaciones leídas de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is copied</source>
        <translation>Vista copiada</translation>
    </message>
    <message>
        <source>The view is saved as %1</source>
        <translation>La vista se guardó como %1</translation>
    </message>
    <message>
        <source>Open a Slide</source>
        <translation>Abrir una preparación</translation>
    </message>
    <message>
        <source>Open a Second Scan of This Glass</source>
        <translation>Abrir un segundo escaneo de este vidrio</translation>
    </message>
    <message>
        <source>Choose a Stain Profile</source>
        <translation>Elegir un perfil de tinción</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>Perfiles de tinción y checkpoints (%1)</translation>
    </message>
    <message>
        <source>Preparing the stain profile… %1 %</source>
        <translation>Preparando el perfil de tinción… %1 %</translation>
    </message>
    <message>
        <source>Making a demo slide… %1 %</source>
        <translation>Creando una preparación de demostración… %1 %</translation>
    </message>
    <message>
        <source>Fitting the reference…</source>
        <translation>Ajustando la referencia…</translation>
    </message>
    <message>
        <source>Opening the second scan…</source>
        <translation>Abriendo el segundo escaneo…</translation>
    </message>
    <message>
        <source>Isostain</source>
        <translation>Isostain</translation>
    </message>
    <message>
        <source>%1 – Isostain</source>
        <translation>%1 – Isostain</translation>
    </message>
</context>
<context>
    <name>isostain::Navigator</name>
    <message>
        <source>Overview of the slide</source>
        <translation>Vista general de la preparación</translation>
    </message>
    <message>
        <source>Click or drag to go there</source>
        <translation>Haga clic o arrastre para ir allí</translation>
    </message>
</context>
<context>
    <name>isostain::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>isostain::OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>isostain::OrientationController</name>
    <message>
        <source>Shows the slide upright again</source>
        <translation>Muestra la preparación de nuevo derecha</translation>
    </message>
    <message>
        <source>Turned by %1°</source>
        <translation>Girada %1°</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>En espejo</translation>
    </message>
    <message>
        <source>Mirrored, %1</source>
        <translation>En espejo, %1</translation>
    </message>
</context>
<context>
    <name>isostain::PagesWindow</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>isostain::PaneHeader</name>
    <message>
        <source>Close this pane</source>
        <translation>Cerrar este panel</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What this pane shows: %1</source>
        <translation>Qué muestra este panel: %1</translation>
    </message>
</context>
<context>
    <name>isostain::PaneMenu</name>
    <message>
        <source>&amp;Open a Second Scan of This Glass…</source>
        <translation>&amp;Abrir un segundo escaneo de este vidrio…</translation>
    </message>
    <message>
        <source>&amp;Align the Second Scan…</source>
        <translation>A&amp;linear el segundo escaneo…</translation>
    </message>
    <message>
        <source>&amp;Load an Alignment…</source>
        <translation>&amp;Cargar una alineación…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Alignment…</source>
        <translation>&amp;Guardar la alineación…</translation>
    </message>
    <message>
        <source>&amp;Close This Pane</source>
        <translation>C&amp;errar este panel</translation>
    </message>
    <message>
        <source>Align the scan first.</source>
        <translation>Alinee antes el escaneo.</translation>
    </message>
</context>
<context>
    <name>isostain::PaneSet</name>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
</context>
<context>
    <name>isostain::ParameterForm</name>
    <message>
        <source>Another number gives other random choices; the same one repeats them</source>
        <translation>Otro número da otras elecciones al azar; el mismo las repite</translation>
    </message>
</context>
<context>
    <name>isostain::PastStudiesWindow</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 hechos</translation>
    </message>
    <message>
        <source>Past Trainings</source>
        <translation>Entrenamientos anteriores</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>Losses and measurements of two or more studies side by side</source>
        <translation>Pérdidas y mediciones de dos o más estudios, lado a lado</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Looking for studies…</source>
        <translation>Buscando estudios…</translation>
    </message>
    <message>
        <source>There are no studies in %1.</source>
        <translation>No hay estudios en %1.</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>Leyendo los resultados…</translation>
    </message>
    <message>
        <source>“%1” is deleted for good, with everything that it has trained and measured. Profiles that you have kept stay.</source>
        <translation>«%1» se elimina para siempre, con todo lo que ha entrenado y medido. Los perfiles que usted haya conservado se quedan.</translation>
    </message>
    <message numerus="yes">
        <source>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</source>
        <translation>
            <numerusform>%n estudio se elimina para siempre, con todo lo que ha entrenado y medido. Los perfiles que usted haya conservado se quedan.</numerusform>
            <numerusform>%n estudios se eliminan para siempre, con todo lo que han entrenado y medido. Los perfiles que usted haya conservado se quedan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Studies?</source>
        <translation>¿Eliminar estudios?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conservar</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Eliminando…</translation>
    </message>
</context>
<context>
    <name>isostain::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>isostain::PlanPage</name>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Methods to compare</source>
        <translation>&amp;Métodos que comparar</translation>
    </message>
    <message>
        <source>Stain&amp;GAN</source>
        <translation>Stain&amp;GAN</translation>
    </message>
    <message>
        <source>Stain&amp;Net</source>
        <translation>Stain&amp;Net</translation>
    </message>
    <message>
        <source>&amp;Classifier</source>
        <translation>&amp;Clasificador</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>What is trained and compared, and what that takes on this computer.</source>
        <translation>Qué se entrena y se compara, y cuánto cuesta en este ordenador.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>&amp;Restablecer parámetros</translation>
    </message>
    <message>
        <source>Takes the preset&apos;s values again</source>
        <translation>Vuelve a los valores del preajuste</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Preajuste:</translation>
    </message>
    <message>
        <source>Source, untouched</source>
        <translation>Fuente, sin tocar</translation>
    </message>
    <message>
        <source>Width of the generators:</source>
        <translation>Ancho de los generadores:</translation>
    </message>
    <message>
        <source>Channels of the first layer; the paper has 64</source>
        <translation>Canales de la primera capa; el artículo tiene 64</translation>
    </message>
    <message>
        <source>Residual blocks:</source>
        <translation>Bloques residuales:</translation>
    </message>
    <message>
        <source>Width of the discriminators:</source>
        <translation>Ancho de los discriminadores:</translation>
    </message>
    <message>
        <source>Halvings of the discriminators:</source>
        <translation>Reducciones a la mitad de los discriminadores:</translation>
    </message>
    <message>
        <source>3 look at patches of 70×70 pixels, as published</source>
        <translation>3 miran parches de 70×70 píxeles, como se publicó</translation>
    </message>
    <message>
        <source>Crop, pixels:</source>
        <translation>Recorte, píxeles:</translation>
    </message>
    <message>
        <source>Side of the squares cut from each image; a multiple of 4</source>
        <translation>Lado de los cuadrados recortados de cada imagen; múltiplo de 4</translation>
    </message>
    <message>
        <source>Images per step:</source>
        <translation>Imágenes por paso:</translation>
    </message>
    <message>
        <source>Epochs of constant rate:</source>
        <translation>Épocas con tasa constante:</translation>
    </message>
    <message>
        <source>Epochs of falling rate:</source>
        <translation>Épocas con tasa decreciente:</translation>
    </message>
    <message>
        <source>With the schedule of the published code alone</source>
        <translation>Solo con el programa del código publicado</translation>
    </message>
    <message>
        <source>Steps per epoch:</source>
        <translation>Pasos por época:</translation>
    </message>
    <message>
        <source>0: as many as show every image once</source>
        <translation>0: los que hagan falta para mostrar cada imagen una vez</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>Programa:</translation>
    </message>
    <message>
        <source>As in the paper: constant, then stop</source>
        <translation>Como el artículo: constante y parar</translation>
    </message>
    <message>
        <source>As in the published code: constant, then falling</source>
        <translation>Como el código publicado: constante y luego decreciente</translation>
    </message>
    <message>
        <source>Generators begin:</source>
        <translation>Los generadores empiezan:</translation>
    </message>
    <message>
        <source>Random, as published</source>
        <translation>Al azar, como se publicó</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>Copiando la imagen</translation>
    </message>
    <message>
        <source>Copying needs a width of 12 or more</source>
        <translation>Copiar requiere un ancho de 12 o más</translation>
    </message>
    <message>
        <source>Warm-up steps:</source>
        <translation>Pasos de calentamiento:</translation>
    </message>
    <message>
        <source>First steps with the identity loss alone</source>
        <translation>Primeros pasos solo con la pérdida de identidad</translation>
    </message>
    <message>
        <source>Learning rate:</source>
        <translation>Tasa de aprendizaje:</translation>
    </message>
    <message>
        <source>Adam, beta 1:</source>
        <translation>Adam, beta 1:</translation>
    </message>
    <message>
        <source>Adam, beta 2:</source>
        <translation>Adam, beta 2:</translation>
    </message>
    <message>
        <source>Weight of the cycle loss:</source>
        <translation>Peso de la pérdida de ciclo:</translation>
    </message>
    <message>
        <source>Weight of the identity loss:</source>
        <translation>Peso de la pérdida de identidad:</translation>
    </message>
    <message>
        <source>Past results shown again:</source>
        <translation>Resultados pasados mostrados de nuevo:</translation>
    </message>
    <message>
        <source>Steps per point of the curves:</source>
        <translation>Pasos por punto de las curvas:</translation>
    </message>
    <message>
        <source>Minutes between saves, at most:</source>
        <translation>Minutos entre guardados, como máximo:</translation>
    </message>
    <message>
        <source>Device:</source>
        <translation>Dispositivo:</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>Tarjeta gráfica donde la haya</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Precision on a graphics card:</source>
        <translation>Precisión en tarjeta gráfica:</translation>
    </message>
    <message>
        <source>bfloat16 where it has it</source>
        <translation>bfloat16 donde la tenga</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>Semilla:</translation>
    </message>
    <message>
        <source>Recipe:</source>
        <translation>Receta:</translation>
    </message>
    <message>
        <source>Fast: shuffled pixels, Adam</source>
        <translation>Rápida: píxeles mezclados, Adam</translation>
    </message>
    <message>
        <source>As published: crops, SGD</source>
        <translation>Como se publicó: recortes, SGD</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>Canales:</translation>
    </message>
    <message>
        <source>Between the layers; the paper has 32</source>
        <translation>Entre las capas; el artículo tiene 32</translation>
    </message>
    <message>
        <source>Weight of keeping white:</source>
        <translation>Peso de conservar el blanco:</translation>
    </message>
    <message>
        <source>Steps (fast):</source>
        <translation>Pasos (rápida):</translation>
    </message>
    <message>
        <source>Pixels per step (fast):</source>
        <translation>Píxeles por paso (rápida):</translation>
    </message>
    <message>
        <source>Learning rate (fast):</source>
        <translation>Tasa de aprendizaje (rápida):</translation>
    </message>
    <message>
        <source>Epochs (published):</source>
        <translation>Épocas (publicada):</translation>
    </message>
    <message>
        <source>Learning rate (published):</source>
        <translation>Tasa de aprendizaje (publicada):</translation>
    </message>
    <message>
        <source>Images per step (published):</source>
        <translation>Imágenes por paso (publicada):</translation>
    </message>
    <message>
        <source>Crop, pixels (published):</source>
        <translation>Recorte, píxeles (publicada):</translation>
    </message>
    <message>
        <source>Epochs between tests (published):</source>
        <translation>Épocas entre pruebas (publicada):</translation>
    </message>
    <message>
        <source>Squares measured, pixels:</source>
        <translation>Cuadrados medidos, píxeles:</translation>
    </message>
    <message>
        <source>Test images are measured in squares of this side; 0: whole images</source>
        <translation>Las imágenes de prueba se miden en cuadrados de este lado; 0: imágenes enteras</translation>
    </message>
    <message>
        <source>Epochs:</source>
        <translation>Épocas:</translation>
    </message>
    <message>
        <source>Weight decay:</source>
        <translation>Decaimiento de los pesos:</translation>
    </message>
    <message>
        <source>As in the published code: two steps</source>
        <translation>Como el código publicado: dos escalones</translation>
    </message>
    <message>
        <source>As in the paper: cosine</source>
        <translation>Como el artículo: coseno</translation>
    </message>
    <message>
        <source>Layers trained:</source>
        <translation>Capas entrenadas:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>La última</translation>
    </message>
    <message>
        <source>Images resampled to, pixels:</source>
        <translation>Imágenes remuestreadas a, píxeles:</translation>
    </message>
    <message>
        <source>0: taken as they are; else at least 17</source>
        <translation>0: se toman como están; si no, al menos 17</translation>
    </message>
    <message>
        <source>Width of an untrained network:</source>
        <translation>Ancho de una red sin entrenar:</translation>
    </message>
    <message>
        <source>Repeats:</source>
        <translation>Repeticiones:</translation>
    </message>
    <message>
        <source>Choose what the study does.</source>
        <translation>Elija qué hace el estudio.</translation>
    </message>
    <message>
        <source>There is not enough space where the study is kept. Free some, or choose another folder on the first page.</source>
        <translation>No hay espacio suficiente donde se guarda el estudio. Libere espacio, o elija otra carpeta en la primera página.</translation>
    </message>
    <message>
        <source>Measuring how long it takes on this computer…</source>
        <translation>Midiendo cuánto tarda en este ordenador…</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>In all about %1 on %2, and %3 on the disk.</source>
        <translation>En total unos %1 en %2, y %3 en el disco.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>Hay %1 libres.</translation>
    </message>
    <message>
        <source>How long it takes is not known. %1</source>
        <translation>No se sabe cuánto tarda. %1</translation>
    </message>
</context>
<context>
    <name>isostain::PreviewPanel</name>
    <message>
        <source>Previews</source>
        <translation>Vistas previas</translation>
    </message>
    <message>
        <source>Previews appear when the networks have learned a while.</source>
        <translation>Las vistas previas aparecen cuando las redes han aprendido un rato.</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileChart</name>
    <message>
        <source>Gray value</source>
        <translation>Nivel de gris</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileInspector</name>
    <message>
        <source>Looks like red %1, green %2, blue %3 on the slide</source>
        <translation>Se ve rojo %1, verde %2, azul %3 en la preparación</translation>
    </message>
    <message>
        <source>What is in the stain profile</source>
        <translation>Qué hay en el perfil de tinción</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManager</name>
    <message>
        <source>Published H&amp;E colors; needs no image of yours</source>
        <translation>Colores H&amp;E publicados; no necesita ninguna imagen suya</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>no utilizable</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>Import Stain Profiles</source>
        <translation>Importar perfiles de tinción</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>Perfiles de tinción y checkpoints (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManagerDialog</name>
    <message>
        <source>Bundled</source>
        <translation>Incluidos</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>Referencia H&amp;E publicada</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>No profiles of yours yet: import one</source>
        <translation>Aún no hay perfiles suyos: importe uno</translation>
    </message>
    <message>
        <source>Stain Profiles</source>
        <translation>Perfiles de tinción</translation>
    </message>
    <message>
        <source>Stain profiles</source>
        <translation>Perfiles de tinción</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>Takes stain profiles and StainNet checkpoints into the library</source>
        <translation>Incorpora perfiles de tinción y checkpoints de StainNet a la biblioteca</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>Changes the name of a profile of the library (F2)</source>
        <translation>Cambia el nombre de un perfil de la biblioteca (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Moves a profile of the library to the trash (Del)</source>
        <translation>Mueve un perfil de la biblioteca a la papelera (Supr)</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>&amp;Copiar como texto</translation>
    </message>
    <message>
        <source>Copies everything shown here, with all digits</source>
        <translation>Copia todo lo que se muestra aquí, con todos los dígitos</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>Normalizes the slide in the main window with this profile</source>
        <translation>Normaliza con este perfil la preparación de la ventana principal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose a stain profile to see what is in it.</source>
        <translation>Elija un perfil de tinción para ver qué contiene.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Leyendo %1…</translation>
    </message>
    <message>
        <source>Delete for Good?</source>
        <translation>¿Eliminar para siempre?</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash. If it is deleted for good, it cannot be brought back.</source>
        <translation>%1 no se pudo mover a la papelera. Si se elimina para siempre, no se podrá recuperar.</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileMenu</name>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Perfil</translation>
    </message>
    <message>
        <source>None (source only)</source>
        <translation>Ninguno (solo fuente)</translation>
    </message>
    <message>
        <source>Shows the slide as it was scanned</source>
        <translation>Muestra la preparación tal como se escaneó</translation>
    </message>
    <message>
        <source>&amp;Browse for a Profile…</source>
        <translation>&amp;Buscar un perfil…</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>Referencia H&amp;E publicada</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>Incluidos</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePicker</name>
    <message>
        <source>Stain profile</source>
        <translation>Perfil de tinción</translation>
    </message>
    <message>
        <source>Source only</source>
        <translation>Solo fuente</translation>
    </message>
    <message>
        <source>Choose a stain profile to see the normalized view</source>
        <translation>Elija un perfil de tinción para ver la vista normalizada</translation>
    </message>
    <message>
        <source>Normalized with the stain profile %1</source>
        <translation>Normalizada con el perfil de tinción %1</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePlot</name>
    <message>
        <source>Whole line</source>
        <translation>Línea entera</translation>
    </message>
    <message>
        <source>Show the whole line and all gray values (Home)</source>
        <translation>Muestra la línea entera y todos los niveles de gris (Inicio)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save the chart as a picture, a drawing or a table</source>
        <translation>Guarda el gráfico como imagen, dibujo o tabla</translation>
    </message>
    <message>
        <source>Drag a line across the tissue</source>
        <translation>Trace una línea a través del tejido</translation>
    </message>
    <message>
        <source>Gray values along the line</source>
        <translation>Niveles de gris a lo largo de la línea</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Gray values are averaged across the line over this many pixels</source>
        <translation>Los niveles de gris se promedian a través de la línea sobre este número de píxeles</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>Ancho de la línea</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>A&amp;ncho:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the chart or its values</source>
        <translation>Copia el gráfico o sus valores</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>Copiar &amp;imagen</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>Copiar &amp;valores</translation>
    </message>
    <message>
        <source>Save the Gray Value Profile</source>
        <translation>Guardar el perfil de niveles de gris</translation>
    </message>
    <message>
        <source>gray-value-profile</source>
        <translation>perfil-de-grises</translation>
    </message>
</context>
<context>
    <name>isostain::PropertiesDialog</name>
    <message>
        <source>Property</source>
        <translation>Propiedad</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Slide Properties</source>
        <translation>Propiedades de la preparación</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>no indicado en el archivo</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Archivo:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Formato:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Tamaño:</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 pixels, %n level(s)</source>
        <translation>
            <numerusform>%1 × %2 píxeles, %n nivel</numerusform>
            <numerusform>%1 × %2 píxeles, %n niveles</numerusform>
        </translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>Tamaño de píxel:</translation>
    </message>
    <message>
        <source>%1 × %2 µm</source>
        <translation>%1 × %2 µm</translation>
    </message>
    <message>
        <source>Objective:</source>
        <translation>Objetivo óptico:</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Color profile:</source>
        <translation>Perfil de color:</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>Buscar nombres y valores</translation>
    </message>
</context>
<context>
    <name>isostain::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir &amp;recientes</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (no encontrado)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
</context>
<context>
    <name>isostain::ReferenceMaker</name>
    <message>
        <source>&amp;Use This Region as the Reference</source>
        <translation>&amp;Usar esta región como referencia</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Use This Region as the Reference</source>
        <translation>Usar esta región como referencia</translation>
    </message>
    <message>
        <source>Name of the stain profile that brings slides to the colors of this region:</source>
        <translation>Nombre del perfil de tinción que lleva las preparaciones a los colores de esta región:</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Ya hay un perfil con este nombre. Elija otro.</translation>
    </message>
</context>
<context>
    <name>isostain::RemarkList</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Todo bien</translation>
    </message>
    <message>
        <source>The data looks all right.</source>
        <translation>Los datos parecen correctos.</translation>
    </message>
</context>
<context>
    <name>isostain::ResultTable</name>
    <message>
        <source>Show the &amp;paper&apos;s values</source>
        <translation>Mostrar los valores del artíc&amp;ulo</translation>
    </message>
    <message>
        <source>Kang et al. 2021, Tables 1 to 4: other images, so other numbers</source>
        <translation>Kang et al. 2021, tablas 1 a 4: otras imágenes, por tanto otros números</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>Copia la tabla para una hoja de cálculo</translation>
    </message>
    <message>
        <source>* the best of its column</source>
        <translation>* lo mejor de su columna</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
</context>
<context>
    <name>isostain::ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Name of the stain profile</source>
        <translation>Nombre del perfil de tinción</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Perfil:</translation>
    </message>
    <message>
        <source>&amp;Keep as stain profile</source>
        <translation>&amp;Conservar como perfil de tinción</translation>
    </message>
    <message>
        <source>&amp;Show on current slide</source>
        <translation>&amp;Mostrar en la preparación actual</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Guardar &amp;informe…</translation>
    </message>
    <message>
        <source>As a web page and as PDF</source>
        <translation>Como página web y como PDF</translation>
    </message>
    <message>
        <source>What the study found. Keep the trained network as a stain profile to use it on slides.</source>
        <translation>Qué halló el estudio. Conserve la red entrenada como perfil de tinción para usarla en preparaciones.</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>Leyendo los resultados…</translation>
    </message>
</context>
<context>
    <name>isostain::ResumeBar</name>
    <message>
        <source>Resume…</source>
        <translation>Reanudar…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Forgets the export. Slides that are finished stay where they are.</source>
        <translation>Olvida la exportación. Las preparaciones terminadas quedan donde están.</translation>
    </message>
    <message numerus="yes">
        <source>An export was interrupted: %1 of %n slide(s) are left.</source>
        <translation>
            <numerusform>Se interrumpió una exportación: queda %1 de %n preparación.</numerusform>
            <numerusform>Se interrumpió una exportación: quedan %1 de %n preparaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>An export was interrupted and cannot be resumed. %1</source>
        <translation>Se interrumpió una exportación y no se puede reanudar. %1</translation>
    </message>
</context>
<context>
    <name>isostain::RunPage</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Registro</translation>
    </message>
    <message>
        <source>The study began.</source>
        <translation>El estudio empezó.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Saves what is learned. The study can be gone on with later.</source>
        <translation>Guarda lo aprendido. El estudio puede continuar más tarde.</translation>
    </message>
    <message>
        <source>Continue in bac&amp;kground</source>
        <translation>Seguir en &amp;segundo plano</translation>
    </message>
    <message>
        <source>Closes this window; the main window shows how far the training is.</source>
        <translation>Cierra esta ventana; la principal muestra por dónde va el entrenamiento.</translation>
    </message>
    <message>
        <source>&amp;Resume training</source>
        <translation>R&amp;eanudar entrenamiento</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>The study runs step by step. It can be paused, or stopped and gone on with later, also after a crash.</source>
        <translation>El estudio avanza paso a paso. Puede pausarse, o detenerse y continuar más tarde, también tras un fallo.</translation>
    </message>
    <message>
        <source>The study is running.</source>
        <translation>El estudio está en curso.</translation>
    </message>
    <message>
        <source>The study has not finished.</source>
        <translation>El estudio no ha terminado.</translation>
    </message>
    <message>
        <source>The study is finished.</source>
        <translation>El estudio ha terminado.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>Stopping: what is learned is being saved…</source>
        <translation>Deteniendo: se está guardando lo aprendido…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>En curso.</translation>
    </message>
    <message>
        <source>Stopped. Everything is saved: “Resume training” goes on where it was.</source>
        <translation>Detenido. Todo está guardado: «Reanudar entrenamiento» sigue donde estaba.</translation>
    </message>
</context>
<context>
    <name>isostain::ScaleBar</name>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 píxeles</translation>
    </message>
    <message>
        <source>Scale bar: %1</source>
        <translation>Barra de escala: %1</translation>
    </message>
</context>
<context>
    <name>isostain::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Parts of slides kept in memory, so that they show at once when you come back to them</source>
        <translation>Partes de preparaciones que se guardan en memoria, para mostrarlas al instante cuando vuelva a ellas</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>Uno por núcleo del procesador (%1)</translation>
    </message>
    <message>
        <source>&amp;Remember the slides and profiles opened lately</source>
        <translation>&amp;Recordar las preparaciones y perfiles abiertos últimamente</translation>
    </message>
    <message>
        <source>&amp;Open the last slide at the next start, where it was left</source>
        <translation>&amp;Abrir la última preparación al iniciar, donde se dejó</translation>
    </message>
    <message>
        <source>The number of threads takes effect when Isostain is started again.</source>
        <translation>El número de hilos se aplica cuando Isostain se inicia de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>A&amp;pariencia:</translation>
    </message>
    <message>
        <source>&amp;Memory for slides:</source>
        <translation>&amp;Memoria para preparaciones:</translation>
    </message>
    <message>
        <source>&amp;Threads that read slides:</source>
        <translation>&amp;Hilos que leen preparaciones:</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>An export or a training is running: choose another language when it has ended</source>
        <translation>Hay una exportación o un entrenamiento en curso: elija otro idioma cuando termine</translation>
    </message>
</context>
<context>
    <name>isostain::ShortcutSheet</name>
    <message>
        <source>, </source>
        <comment>between shortcuts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Show the source while held</source>
        <translation>Mostrar la fuente mientras se mantiene pulsada</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>Mover la preparación</translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation>Arrastrar, teclas de flecha</translation>
    </message>
    <message>
        <source>Turn the slide</source>
        <translation>Girar la preparación</translation>
    </message>
    <message>
        <source>Shift and drag, two fingers</source>
        <translation>Mayús y arrastrar, dos dedos</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Ampliar en el cursor</translation>
    </message>
    <message>
        <source>Mouse wheel, pinch, double click</source>
        <translation>Rueda del ratón, pellizco, doble clic</translation>
    </message>
    <message>
        <source>Make a pane the main one</source>
        <translation>Hacer principal un panel</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Choose what a pane shows</source>
        <translation>Elegir qué muestra un panel</translation>
    </message>
    <message>
        <source>Click its name</source>
        <translation>Clic en su nombre</translation>
    </message>
    <message>
        <source>Move the curtain</source>
        <translation>Mover la cortina</translation>
    </message>
    <message>
        <source>Drag its line, Shift+Left, Shift+Right</source>
        <translation>Arrastrar su línea, Shift+Left, Shift+Right</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Asignar</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Sin teclas</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>Restablecer &amp;todo</translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>Teclado y ratón</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Buscar órdenes y teclas</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Órdenes y sus teclas</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Teclas nuevas</translation>
    </message>
    <message>
        <source>New &amp;keys:</source>
        <translation>Teclas &amp;nuevas:</translation>
    </message>
    <message>
        <source>Gestures of the mouse cannot be changed.</source>
        <translation>Los gestos del ratón no se pueden cambiar.</translation>
    </message>
    <message>
        <source>Press the new keys in the field first.</source>
        <translation>Pulse antes las teclas nuevas en el campo.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose other keys, or free them there first.</source>
        <translation>%1 pertenece a «%2». Elija otras teclas, o libérelas antes allí.</translation>
    </message>
</context>
<context>
    <name>isostain::SidePanel</name>
    <message>
        <source>Pictures: %1</source>
        <translation>Imágenes: %1</translation>
    </message>
</context>
<context>
    <name>isostain::StatusLine</name>
    <message>
        <source>How much of this slide&apos;s tissue has colors that the stain profile has never seen</source>
        <translation>Cuánto tejido de esta preparación tiene colores que el perfil de tinción nunca ha visto</translation>
    </message>
    <message>
        <source>Level of the slide&apos;s pyramid that is drawn, and its size against the full resolution</source>
        <translation>Nivel de la pirámide de la preparación que se dibuja, y su tamaño frente a la resolución completa</translation>
    </message>
    <message>
        <source>Magnification on the screen</source>
        <translation>Aumento en la pantalla</translation>
    </message>
    <message>
        <source>Size of the tissue under one pixel of the screen</source>
        <translation>Tamaño del tejido bajo un píxel de la pantalla</translation>
    </message>
</context>
<context>
    <name>isostain::StepChoice</name>
    <message>
        <source>Needs test pairs: choose them on the first page.</source>
        <translation>Necesita pares de prueba: elíjalos en la primera página.</translation>
    </message>
    <message>
        <source>Needs whole slides: choose them on the first page, under More.</source>
        <translation>Necesita preparaciones enteras: elíjalas en la primera página, en Más.</translation>
    </message>
    <message>
        <source>Needs labelled images: choose them on the first page, under More.</source>
        <translation>Necesita imágenes etiquetadas: elíjalas en la primera página, en Más.</translation>
    </message>
</context>
<context>
    <name>isostain::StepProgressList</name>
    <message>
        <source>Done in %1</source>
        <translation>Hecho en %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, quedan %2</translation>
    </message>
</context>
<context>
    <name>isostain::Thumbnails</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::TrainingController</name>
    <message>
        <source>Shows the training</source>
        <translation>Muestra el entrenamiento</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Ya hay un perfil con este nombre. Elija otro.</translation>
    </message>
    <message>
        <source>Keeping the profile…</source>
        <translation>Guardando el perfil…</translation>
    </message>
    <message>
        <source>Kept as “%1”: it is among the profiles of the main window now.</source>
        <translation>Conservado como «%1»: ya está entre los perfiles de la ventana principal.</translation>
    </message>
    <message>
        <source>Open a slide in the main window first.</source>
        <translation>Abra antes una preparación en la ventana principal.</translation>
    </message>
    <message>
        <source>There is no room for another pane. Close one in the main window first.</source>
        <translation>No hay sitio para otro panel. Cierre antes uno en la ventana principal.</translation>
    </message>
    <message>
        <source>The main window shows it in a new pane.</source>
        <translation>La ventana principal lo muestra en un panel nuevo.</translation>
    </message>
    <message>
        <source>Folder for the Report</source>
        <translation>Carpeta para el informe</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Escribiendo el informe…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>El informe está en %1.</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>Entrenamiento: en pausa</translation>
    </message>
    <message>
        <source>Training: %1, %2 %</source>
        <translation>Entrenamiento: %1, %2 %</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Entrenamiento…</translation>
    </message>
    <message>
        <source>Stop the Training and Close?</source>
        <translation>¿Detener el entrenamiento y cerrar?</translation>
    </message>
    <message>
        <source>A training is running. If it is stopped, what it has learned is saved, and it can be gone on with later.</source>
        <translation>Hay un entrenamiento en curso. Si se detiene, lo aprendido se guarda y puede continuar más tarde.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Detener y cerrar</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>&amp;Seguir entrenando</translation>
    </message>
</context>
<context>
    <name>isostain::TrainingWizard</name>
    <message>
        <source>Train a Normalizer</source>
        <translation>Entrenar un normalizador</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Atrás</translation>
    </message>
    <message>
        <source>Ne&amp;xt &gt;</source>
        <translation>Sig&amp;uiente &gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>These are the values of the study that is running.</source>
        <translation>Estos son los valores del estudio en curso.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Iniciar entrenamiento</translation>
    </message>
    <message>
        <source>Res&amp;ults &gt;</source>
        <translation>Res&amp;ultados &gt;</translation>
    </message>
    <message>
        <source>Close While the Study Runs?</source>
        <translation>¿Cerrar mientras el estudio está en curso?</translation>
    </message>
    <message>
        <source>A study is running. It can run on in the background, or be stopped: what is learned is saved, and it can be gone on with later.</source>
        <translation>Hay un estudio en curso. Puede seguir en segundo plano o detenerse: lo aprendido se guarda y puede continuar más tarde.</translation>
    </message>
    <message>
        <source>Continue in &amp;background</source>
        <translation>Seguir en &amp;segundo plano</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Detener y cerrar</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Dejar abierto</translation>
    </message>
</context>
<context>
    <name>isostain::ViewArea</name>
    <message>
        <source>Slide</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>Abriendo %1…</translation>
    </message>
</context>
<context>
    <name>isostain::ViewSaver</name>
    <message>
        <source>Save View</source>
        <translation>Guardar vista</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>As on the &amp;screen, %1</source>
        <translation>Como en la &amp;pantalla, %1</translation>
    </message>
    <message>
        <source>At &amp;full resolution: too large, zoom in first</source>
        <translation>A resolución &amp;completa: demasiado grande, amplíe antes</translation>
    </message>
    <message>
        <source>At &amp;full resolution, %1</source>
        <translation>A resolución &amp;completa, %1</translation>
    </message>
    <message>
        <source>&amp;Names of the panes</source>
        <translation>&amp;Nombres de los paneles</translation>
    </message>
    <message>
        <source>On the screen they are part of the view</source>
        <translation>En la pantalla forman parte de la vista</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Barra de escala</translation>
    </message>
    <message>
        <source>The picture has the slide&apos;s own colors: what is set for the screen alone is left out.</source>
        <translation>La imagen tiene los colores propios de la preparación: lo ajustado solo para la pantalla se omite.</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>Drawing the view at full resolution…</source>
        <translation>Dibujando la vista a resolución completa…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Slide &amp;Properties…</source>
        <translation>&amp;Propiedades de la preparación…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>&amp;Nueva ventana</translation>
    </message>
    <message>
        <source>Opens one more window, for another slide</source>
        <translation>Abre una ventana más, para otra preparación</translation>
    </message>
    <message>
        <source>&amp;Close Slide</source>
        <translation>&amp;Cerrar preparación</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Con&amp;figuración…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Cop&amp;y View</source>
        <translation>C&amp;opiar vista</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Save View…</source>
        <translation>&amp;Guardar vista…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>Lad&amp;o a lado</translation>
    </message>
    <message>
        <source>&amp;Curtain</source>
        <translation>&amp;Cortina</translation>
    </message>
    <message>
        <source>Si&amp;ngle View</source>
        <translation>&amp;Vista única</translation>
    </message>
    <message>
        <source>&amp;Add Pane</source>
        <translation>Aña&amp;dir panel</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Shows one more stain profile beside the others</source>
        <translation>Muestra un perfil de tinción más junto a los otros</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>Panel s&amp;iguiente</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Makes the next pane the main one, which a single view shows</source>
        <translation>Hace principal el panel siguiente, que es el que muestra una vista única</translation>
    </message>
    <message>
        <source>C&amp;lose Pane</source>
        <translation>C&amp;errar panel</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Gra&amp;y Value Profile</source>
        <translation>Per&amp;fil de niveles de gris</translation>
    </message>
    <message>
        <source>Plots the gray values along a line that you draw across the tissue</source>
        <translation>Traza los niveles de gris a lo largo de una línea que usted dibuja a través del tejido</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>Vista &amp;general</translation>
    </message>
    <message>
        <source>Shows the whole slide in a corner, with the part that is on the screen</source>
        <translation>Muestra la preparación entera en una esquina, con la parte que está en la pantalla</translation>
    </message>
    <message>
        <source>Scale &amp;Bar</source>
        <translation>&amp;Barra de escala</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Red&amp;ucir</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Fit Slide to Window</source>
        <translation>A&amp;justar la preparación a la ventana</translation>
    </message>
    <message>
        <source>Actual Pixels (&amp;1:1)</source>
        <translation>Píxeles reales (&amp;1:1)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>Girar a la i&amp;zquierda</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>Girar a la &amp;derecha</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Turn Left by 5°</source>
        <translation>&amp;Girar 5° a la izquierda</translation>
    </message>
    <message>
        <source>T&amp;urn Right by 5°</source>
        <translation>G&amp;irar 5° a la derecha</translation>
    </message>
    <message>
        <source>Mirror &amp;Horizontally</source>
        <translation>Espejo &amp;horizontal</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Mirror &amp;Vertically</source>
        <translation>Espejo &amp;vertical</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>U&amp;pright</source>
        <translation>Dere&amp;cha</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>Ni girada ni en espejo</translation>
    </message>
    <message>
        <source>Slid&amp;es in the Folder</source>
        <translation>Preparaciones de &amp;la carpeta</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Lists the slides beside this one, with how each is stained</source>
        <translation>Lista las preparaciones junto a esta, con la tinción de cada una</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark</source>
        <translation>&amp;Añadir marcador</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;List of Bookmarks</source>
        <translation>&amp;Lista de marcadores</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Bri&amp;ghtness and Color…</source>
        <translation>Brillo &amp;y color…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>De&amp;shacer</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Move the Slide</source>
        <translation>&amp;Mover la preparación</translation>
    </message>
    <message>
        <source>&amp;Select Annotations</source>
        <translation>Seleccionar &amp;anotaciones</translation>
    </message>
    <message>
        <source>Draw &amp;Points</source>
        <translation>Dibujar &amp;puntos</translation>
    </message>
    <message>
        <source>Draw and M&amp;easure Lines</source>
        <translation>Dibujar y m&amp;edir líneas</translation>
    </message>
    <message>
        <source>Draw &amp;Rectangles</source>
        <translation>D&amp;ibujar rectángulos</translation>
    </message>
    <message>
        <source>Draw Pol&amp;ygons</source>
        <translation>Dibujar pol&amp;ígonos</translation>
    </message>
    <message>
        <source>Draw &amp;Freehand</source>
        <translation>&amp;Dibujar a mano alzada</translation>
    </message>
    <message>
        <source>&amp;List of Annotations</source>
        <translation>&amp;Lista de anotaciones</translation>
    </message>
    <message>
        <source>Sho&amp;w Annotations</source>
        <translation>Mos&amp;trar anotaciones</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>L&amp;oad Annotations…</source>
        <translation>&amp;Cargar anotaciones…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Annotations…</source>
        <translation>&amp;Guardar anotaciones…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>Prese&amp;ntación</translation>
    </message>
    <message>
        <source>Full screen with the slide alone, without file names, labels and tools</source>
        <translation>Pantalla completa solo con la preparación, sin nombres de archivo, etiquetas ni herramientas</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>Salir de pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Normalize</source>
        <translation>&amp;Normalizar</translation>
    </message>
    <message>
        <source>Turns the normalization on and off</source>
        <translation>Activa y desactiva la normalización</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>&amp;Gestionar perfiles…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Train Normalizer…</source>
        <translation>&amp;Entrenar un normalizador…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>P&amp;ast Trainings…</source>
        <translation>Entrenamientos &amp;anteriores…</translation>
    </message>
    <message>
        <source>&amp;Resume Training…</source>
        <translation>&amp;Reanudar entrenamiento…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>Crear una preparación &amp;de demostración</translation>
    </message>
    <message>
        <source>Isostain &amp;Help</source>
        <translation>Ay&amp;uda de Isostain</translation>
    </message>
    <message>
        <source>Ctrl+?</source>
        <translation>Ctrl+?</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse…</source>
        <translation>&amp;Teclado y ratón…</translation>
    </message>
    <message>
        <source>&amp;About Isostain</source>
        <translation>&amp;Acerca de Isostain</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerPane</name>
    <message>
        <source>No second scan is open in this pane.</source>
        <translation>No hay ningún segundo escaneo abierto en este panel.</translation>
    </message>
    <message>
        <source>Choose a stain profile first.</source>
        <translation>Elija antes un perfil de tinción.</translation>
    </message>
    <message>
        <source>This method is fitted to each slide: there are no training colors to compare with.</source>
        <translation>Este método se ajusta a cada preparación: no hay colores de entrenamiento con los que comparar.</translation>
    </message>
    <message>
        <source>Not for networks that look at neighboring pixels.</source>
        <translation>No para redes que miran píxeles vecinos.</translation>
    </message>
    <message>
        <source>The share of colors outside the training is unknown: the profile does not say which colors it was trained on.</source>
        <translation>No se conoce la proporción de colores fuera del entrenamiento: el perfil no dice con qué colores se entrenó.</translation>
    </message>
    <message>
        <source>being fitted, source shown</source>
        <translation>ajustando, se muestra la fuente</translation>
    </message>
    <message>
        <source>not fitted, source shown</source>
        <translation>sin ajustar, se muestra la fuente</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>vista previa</translation>
    </message>
    <message>
        <source>check colors</source>
        <translation>compruebe los colores</translation>
    </message>
    <message>
        <source>Preparing the stain profile…</source>
        <translation>Preparando el perfil de tinción…</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Sin perfil</translation>
    </message>
    <message>
        <source>Trust map</source>
        <translation>Mapa de confianza</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a stain and the method that separates it</comment>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>%1 by published stains</source>
        <translation>%1 por colorantes publicados</translation>
    </message>
    <message>
        <source>being prepared, source shown</source>
        <translation>en preparación, se muestra la fuente</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (desactivado)</translation>
    </message>
</context>
<context>
    <name>isostain::ZoomBox</name>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Aumento</translation>
    </message>
    <message>
        <source>Magnification on the screen: choose one, or write 12x, 50 % or Fit</source>
        <translation>Aumento en la pantalla: elija uno, o escriba 12x, 50 % o Ajustar</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Write a magnification such as 12x, or 50 %, or Fit.</source>
        <translation>Escriba un aumento como 12x, o 50 %, o Ajustar.</translation>
    </message>
    <message>
        <source>The slide does not state its objective. Write 50 % or Fit.</source>
        <translation>La preparación no indica su objetivo. Escriba 50 % o Ajustar.</translation>
    </message>
</context>
<context>
    <name>ProfileTitle</name>
    <message>
        <source>%1, published H&amp;E reference</source>
        <translation>%1, referencia H&amp;E publicada</translation>
    </message>
</context>
</TS>
