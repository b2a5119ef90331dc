<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Application</name>
    <message>
        <source>%1 could not be written. Check that its folder exists and that you may write to it.</source>
        <translation>%1 konnte nicht geschrieben werden. Prüfen Sie, ob der Ordner existiert und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 shows an unfinished view: the slide took too long. Try again.</source>
        <translation>%1 zeigt eine unfertige Ansicht: Der Schnitt hat zu lange gebraucht. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>ChartFigures</name>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
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
        <translation>keines in diesem Schnitt</translation>
    </message>
    <message>
        <source>not usable (%1)</source>
        <translation>nicht verwendbar (%1)</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>The input</source>
        <translation>Die Eingabe</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is not a usable value. Correct it and try again.</source>
        <translation>%1 ist kein verwendbarer Wert. Berichtigen Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name and that the drive is connected.</source>
        <translation>%1 wurde nicht gefunden. Prüfen Sie den Namen und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>%1 could not be read. Check that you have permission to read it and that the drive is connected.</source>
        <translation>%1 konnte nicht gelesen werden. Prüfen Sie, ob Sie es lesen dürfen und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>%1 is not in a format that Isostain reads. Open a whole-slide image, PNG, JPEG or TIFF.</source>
        <translation>%1 hat kein Format, das Isostain liest. Öffnen Sie einen digitalen Schnitt oder ein Bild als PNG, JPEG oder TIFF.</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>%1 ist beschädigt oder unvollständig. Kopieren Sie die Datei noch einmal von dort, woher sie kommt.</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a plain image. Convert it to a tiled pyramidal TIFF first.</source>
        <translation>%1 ist zu groß, um als einfaches Bild gelesen zu werden. Wandeln Sie es zuerst in ein gekacheltes pyramidales TIFF um.</translation>
    </message>
    <message>
        <source>%1 is a slide of a kind that this version cannot open. Convert it to a pyramidal TIFF, or use a build with a newer OpenSlide.</source>
        <translation>%1 ist ein Schnitt von einer Art, die diese Version nicht öffnen kann. Wandeln Sie ihn in ein pyramidales TIFF um oder verwenden Sie eine Version mit einem neueren OpenSlide.</translation>
    </message>
    <message>
        <source>The slide %1 is damaged or incomplete. Copy it again from the scanner or the archive.</source>
        <translation>Der Schnitt %1 ist beschädigt oder unvollständig. Kopieren Sie ihn noch einmal vom Scanner oder aus dem Archiv.</translation>
    </message>
    <message>
        <source>A part of %1 could not be read and is shown as missing. The file may be damaged, or the drive slow or disconnected.</source>
        <translation>Ein Teil von %1 konnte nicht gelesen werden und wird als fehlend gezeigt. Die Datei ist vielleicht beschädigt oder das Laufwerk langsam oder getrennt.</translation>
    </message>
    <message>
        <source>%1 does not contain that associated image.</source>
        <translation>%1 enthält dieses Begleitbild nicht.</translation>
    </message>
    <message>
        <source>%1 is not a PyTorch checkpoint. Choose a .pth or .pt file that holds a state dict.</source>
        <translation>%1 ist kein PyTorch-Checkpoint. Wählen Sie eine .pth- oder .pt-Datei, die ein State Dict enthält.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>Der Checkpoint %1 ist beschädigt oder unvollständig. Kopieren Sie ihn noch einmal von dort, woher er kommt.</translation>
    </message>
    <message>
        <source>The checkpoint %1 was refused because it contains something other than plain weights. Save it as a state dict and try again.</source>
        <translation>Der Checkpoint %1 wurde abgelehnt, weil er etwas anderes als bloße Gewichte enthält. Speichern Sie ihn als State Dict und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the network that was expected. Choose the checkpoint of a StainNet or of a StainGAN generator.</source>
        <translation>Der Checkpoint %1 enthält nicht das erwartete Netz. Wählen Sie den Checkpoint eines StainNet oder eines StainGAN-Generators.</translation>
    </message>
    <message>
        <source>The checkpoint %1 holds weights that are not numbers. Its training failed; choose an earlier checkpoint.</source>
        <translation>Der Checkpoint %1 enthält Gewichte, die keine Zahlen sind. Sein Training ist misslungen; wählen Sie einen früheren Checkpoint.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the classifier that was expected. Choose the checkpoint of a SqueezeNet 1.1.</source>
        <translation>Der Checkpoint %1 enthält nicht den erwarteten Klassifikator. Wählen Sie den Checkpoint eines SqueezeNet 1.1.</translation>
    </message>
    <message>
        <source>%1 is not a valid stain profile. Export it again from where it was made.</source>
        <translation>%1 ist kein gültiges Färbeprofil. Exportieren Sie es noch einmal von dort, wo es entstanden ist.</translation>
    </message>
    <message>
        <source>The stain profile %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>Das Färbeprofil %1 wurde mit einer neueren Version erstellt. Aktualisieren Sie Isostain, um es zu verwenden.</translation>
    </message>
    <message>
        <source>There is a stain profile named %1 already. Choose another name.</source>
        <translation>Es gibt bereits ein Färbeprofil mit dem Namen %1. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is not a valid alignment of two scans. Save it again from where it was made.</source>
        <translation>%1 ist keine gültige Ausrichtung zweier Scans. Speichern Sie sie noch einmal von dort, wo sie entstanden ist.</translation>
    </message>
    <message>
        <source>The alignment %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>Die Ausrichtung %1 wurde mit einer neueren Version erstellt. Aktualisieren Sie Isostain, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>The alignment %1 does not fit the two scans that are open: their sizes differ from those it was made for. Open the scans it belongs to, or align these anew.</source>
        <translation>Die Ausrichtung %1 passt nicht zu den beiden geöffneten Scans: Deren Größen sind andere als die, für die sie erstellt wurde. Öffnen Sie die Scans, zu denen sie gehört, oder richten Sie diese neu aus.</translation>
    </message>
    <message>
        <source>%1 could not be aligned with the other scan. Check that both show the same glass and the same part of it, in focus.</source>
        <translation>%1 konnte nicht am anderen Scan ausgerichtet werden. Prüfen Sie, ob beide denselben Objektträger und denselben Teil davon scharf zeigen.</translation>
    </message>
    <message>
        <source>%1 is not a usable file of annotations. Export it again: from ASAP as XML, or from QuPath as GeoJSON.</source>
        <translation>%1 ist keine verwendbare Datei mit Annotationen. Exportieren Sie sie noch einmal: aus ASAP als XML oder aus QuPath als GeoJSON.</translation>
    </message>
    <message>
        <source>The color profile in %1 cannot be used, so its colors are shown as they are stored. Ask whoever scanned it for a file with a valid RGB profile.</source>
        <translation>Das Farbprofil in %1 kann nicht verwendet werden; die Farben werden daher so gezeigt, wie sie gespeichert sind. Bitten Sie, wer gescannt hat, um eine Datei mit einem gültigen RGB-Profil.</translation>
    </message>
    <message>
        <source>%1 is not a usable color profile of a screen, so the screen is taken for sRGB. Choose an ICC profile that was made for it.</source>
        <translation>%1 ist kein verwendbares Farbprofil eines Bildschirms; der Bildschirm gilt daher als sRGB. Wählen Sie ein ICC-Profil, das für ihn erstellt wurde.</translation>
    </message>
    <message>
        <source>%1 does not say how large its pixels are. State its micrometers per pixel and try again.</source>
        <translation>%1 gibt nicht an, wie groß seine Pixel sind. Geben Sie die Mikrometer pro Pixel an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 holds a network that looks at neighboring pixels, which cannot be used here. Choose a StainNet with 1x1 layers or a fitted method.</source>
        <translation>%1 enthält ein Netz, das benachbarte Pixel betrachtet; das ist hier nicht möglich. Wählen Sie ein StainNet mit 1x1-Schichten oder ein angepasstes Verfahren.</translation>
    </message>
    <message>
        <source>%1 cannot be a reference. Choose an image or a region with stained tissue.</source>
        <translation>%1 kann keine Referenz sein. Wählen Sie ein Bild oder einen Bereich mit gefärbtem Gewebe.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another folder, or allow overwriting.</source>
        <translation>%1 existiert bereits. Wählen Sie einen anderen Ordner oder erlauben Sie das Ersetzen.</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the folder exists and that you may write there.</source>
        <translation>%1 konnte nicht geschrieben werden. Prüfen Sie, ob der Ordner existiert und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Another export is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>Ein anderer Export schreibt nach %1. Warten Sie, bis er beendet ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Free some space and start again.</source>
        <translation>Der Datenträger ist voll: %1 konnte nicht geschrieben werden. Schaffen Sie Platz und beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>%1 was written but did not read back correctly, so it was not kept. Check the disk and try again.</source>
        <translation>%1 wurde geschrieben, aber nicht richtig zurückgelesen, und wurde daher nicht behalten. Prüfen Sie den Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be deleted. Check that you may write to its folder.</source>
        <translation>%1 konnte nicht gelöscht werden. Prüfen Sie, ob Sie in dem Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 does not hold usable images or pairs of images. Check the folder or the list.</source>
        <translation>%1 enthält keine verwendbaren Bilder oder Bildpaare. Prüfen Sie den Ordner oder die Liste.</translation>
    </message>
    <message>
        <source>The training in %1 diverged. Start again with a lower learning rate.</source>
        <translation>Das Training in %1 ist divergiert. Beginnen Sie noch einmal mit einer kleineren Lernrate.</translation>
    </message>
    <message>
        <source>%1 is not a training run that this version can read. Choose the folder that a training was told to write to.</source>
        <translation>%1 ist kein Training, das diese Version lesen kann. Wählen Sie den Ordner, in den ein Training schreiben sollte.</translation>
    </message>
    <message>
        <source>Another training is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>Ein anderes Training schreibt nach %1. Warten Sie, bis es beendet ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The training run %1 was made with other settings and cannot go on with these. Resume it as it was started, or choose another folder.</source>
        <translation>Das Training %1 wurde mit anderen Einstellungen begonnen und kann mit diesen nicht weitergehen. Setzen Sie es so fort, wie es begonnen wurde, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 is not part of this installation. Install the package with training support, or build it with LibTorch.</source>
        <translation>%1 gehört nicht zu dieser Installation. Installieren Sie das Paket mit Trainingsunterstützung oder bauen Sie es mit LibTorch.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs and try again.</source>
        <translation>Für %1 reicht der Arbeitsspeicher nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Please report it with the detail given here.</source>
        <translation>Bei %1 ist etwas schiefgegangen, das nicht geschehen sollte. Bitte melden Sie es mit den hier genannten Einzelheiten.</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>JPEG (small)</source>
        <translation>JPEG (klein)</translation>
    </message>
    <message>
        <source>LZW (lossless, read everywhere)</source>
        <translation>LZW (verlustfrei, überall lesbar)</translation>
    </message>
    <message>
        <source>Deflate (lossless, smaller)</source>
        <translation>Deflate (verlustfrei, kleiner)</translation>
    </message>
    <message>
        <source>None (very large)</source>
        <translation>Keine (sehr groß)</translation>
    </message>
    <message>
        <source>Pyramidal TIFF</source>
        <translation>Pyramidales TIFF</translation>
    </message>
    <message>
        <source>Pyramidal TIFF with a description like Aperio&apos;s</source>
        <translation>Pyramidales TIFF mit einer Beschreibung wie bei Aperio</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>DICOM whole-slide image (a folder)</source>
        <translation>DICOM-Schnittbild (ein Ordner)</translation>
    </message>
    <message>
        <source>Half resolution (4:2:0)</source>
        <translation>Halbe Auflösung (4:2:0)</translation>
    </message>
    <message>
        <source>Full resolution (4:4:4)</source>
        <translation>Volle Auflösung (4:4:4)</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Wie in der Quelle</translation>
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
        <translation>Isostain-Hilfe</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>About Isostain</source>
        <translation>Über Isostain</translation>
    </message>
    <message>
        <source>One stain for every slide: shows whole-slide images beside their stain-normalized view.</source>
        <translation>Eine Färbung für jeden Schnitt: zeigt digitale Schnitte neben ihrer färbungsnormalisierten Ansicht.</translation>
    </message>
    <message>
        <source>For research use only. Not for use in diagnostic procedures.</source>
        <translation>Nur für die Forschung. Nicht zur Verwendung in der Diagnostik.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>The translations from English have not been reviewed by native-speaking pathologists yet.</source>
        <translation>Die Übersetzungen aus dem Englischen wurden noch nicht von muttersprachlichen Pathologen durchgesehen.</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1, erstellt mit %2</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>&amp;Lizenzen…</translation>
    </message>
</context>
<context>
    <name>ImageFigures</name>
    <message>
        <source>not available</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Distance along the line (µm)</source>
        <translation>Strecke entlang der Linie (µm)</translation>
    </message>
    <message>
        <source>Distance along the line (pixels)</source>
        <translation>Strecke entlang der Linie (Pixel)</translation>
    </message>
    <message>
        <source>Gray value</source>
        <translation>Grauwert</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>See isostain --help.</source>
        <translation>Siehe isostain --help.</translation>
    </message>
    <message>
        <source>Stain profile or checkpoint to use, or a method fitted to the published H&amp;E reference such as builtin:macenko. Given several times, each opens a pane.</source>
        <translation>Färbeprofil oder Checkpoint, oder ein an die veröffentlichte H&amp;E-Referenz angepasstes Verfahren wie builtin:macenko. Mehrfach angegeben, öffnet jedes einen Bildbereich.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>What the pane of the profile of the same number shows: %1.</source>
        <translation>Was der Bildbereich des Profils mit derselben Nummer zeigt: %1.</translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation>ANSICHT</translation>
    </message>
    <message>
        <source>How panes are arranged: %1.</source>
        <translation>Wie die Bildbereiche angeordnet sind: %1.</translation>
    </message>
    <message>
        <source>ARRANGEMENT</source>
        <translation>ANORDNUNG</translation>
    </message>
    <message>
        <source>How to compare: %1.</source>
        <translation>Wie verglichen wird: %1.</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>MODUS</translation>
    </message>
    <message>
        <source>Size of the window, e.g. 1600x1000.</source>
        <translation>Größe des Fensters, z. B. 1600x1000.</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>BREITExHÖHE</translation>
    </message>
    <message>
        <source>Colors of the window: %1.</source>
        <translation>Farben des Fensters: %1.</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>FARBEN</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>Sprache des Fensters: %1.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>SPRACHE</translation>
    </message>
    <message>
        <source>Write a picture of the window to a PNG file and end.</source>
        <translation>Ein Bild des Fensters als PNG-Datei schreiben und beenden.</translation>
    </message>
    <message>
        <source>Write the report of a study, as a web page and as PDF, and end.</source>
        <translation>Den Bericht einer Studie als Webseite und als PDF schreiben und beenden.</translation>
    </message>
    <message>
        <source>STUDY</source>
        <translation>STUDIE</translation>
    </message>
    <message>
        <source>Folder that the report is written to.</source>
        <translation>Ordner, in den der Bericht geschrieben wird.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Replace an earlier report.</source>
        <translation>Einen früheren Bericht ersetzen.</translation>
    </message>
    <message>
        <source>Shows whole-slide images beside their stain-normalized view.</source>
        <translation>Zeigt digitale Schnitte neben ihrer färbungsnormalisierten Ansicht.</translation>
    </message>
    <message>
        <source>Slide or picture to open.</source>
        <translation>Schnitt oder Bild, das geöffnet wird.</translation>
    </message>
    <message>
        <source>Only one slide can be opened at a time.</source>
        <translation>Es kann nur ein Schnitt auf einmal geöffnet werden.</translation>
    </message>
    <message>
        <source>There is room for %1 profiles.</source>
        <translation>Es ist Platz für %1 Profile.</translation>
    </message>
    <message>
        <source>%1 is not a view. Views are: %2.</source>
        <translation>%1 ist keine Ansicht. Ansichten sind: %2.</translation>
    </message>
    <message>
        <source>%1 is not an arrangement. Arrangements are: %2.</source>
        <translation>%1 ist keine Anordnung. Anordnungen sind: %2.</translation>
    </message>
    <message>
        <source>--report STUDY and --output FOLDER belong together.</source>
        <translation>--report STUDIE und --output ORDNER gehören zusammen.</translation>
    </message>
    <message>
        <source>%1 is not a mode. Modes are: %2.</source>
        <translation>%1 ist kein Modus. Modi sind: %2.</translation>
    </message>
    <message>
        <source>%1 is not a size such as 1600x1000.</source>
        <translation>%1 ist keine Größe wie 1600x1000.</translation>
    </message>
    <message>
        <source>%1 is not a theme. Themes are: %2.</source>
        <translation>%1 gehört nicht zu den Farben. Möglich sind: %2.</translation>
    </message>
    <message>
        <source>%1 is not a language of this program. Languages are: %2.</source>
        <translation>%1 ist keine Sprache dieses Programms. Sprachen sind: %2.</translation>
    </message>
</context>
<context>
    <name>MethodText</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
</context>
<context>
    <name>NetworkNotice</name>
    <message>
        <source>Memory ran short: the network goes on with fewer images at a time.</source>
        <translation>Der Speicher wurde knapp: Das Netz arbeitet mit weniger Bildern auf einmal weiter.</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory or failed: the network goes on, more slowly, on the processor.</source>
        <translation>Die Grafikkarte hatte zu wenig Speicher oder ist ausgefallen: Das Netz arbeitet auf dem Prozessor weiter, langsamer.</translation>
    </message>
</context>
<context>
    <name>PaneArrangement</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>One Row</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>One Column</source>
        <translation>Eine Spalte</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
</context>
<context>
    <name>PaneView</name>
    <message>
        <source>&amp;Normalized</source>
        <translation>&amp;Normalisiert</translation>
    </message>
    <message>
        <source>&amp;Hematoxylin Alone</source>
        <translation>Nur &amp;Hämatoxylin</translation>
    </message>
    <message>
        <source>&amp;Eosin Alone</source>
        <translation>Nur &amp;Eosin</translation>
    </message>
    <message>
        <source>&amp;Residual Alone</source>
        <translation>Nur &amp;Rest</translation>
    </message>
    <message>
        <source>&amp;Trust Map</source>
        <translation>&amp;Vertrauenskarte</translation>
    </message>
    <message>
        <source>&amp;Second Scan</source>
        <translation>&amp;Zweiter Scan</translation>
    </message>
</context>
<context>
    <name>ProfileCatalog</name>
    <message>
        <source>Fits the method to this slide and brings it to published H&amp;E colors; needs no image of yours</source>
        <translation>Passt das Verfahren an diesen Schnitt an und bringt ihn auf veröffentlichte H&amp;E-Farben; braucht kein Bild von Ihnen</translation>
    </message>
    <message>
        <source>%1 (demo slides only)</source>
        <translation>%1 (nur Demoschnitte)</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (nicht gefunden)</translation>
    </message>
    <message>
        <source>Made for H&amp;E: this slide is stained after Papanicolaou</source>
        <translation>Für H&amp;E erstellt: Dieser Schnitt ist nach Papanicolaou gefärbt</translation>
    </message>
</context>
<context>
    <name>ProfileFacts</name>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Tissue only: without glass, pen marks and folds</source>
        <translation>Nur Gewebe: ohne Glas, Stiftmarkierungen und Falten</translation>
    </message>
    <message>
        <source>As published: all pixels</source>
        <translation>Wie veröffentlicht: alle Pixel</translation>
    </message>
    <message>
        <source>As published: pixels darker than 80 % lightness</source>
        <translation>Wie veröffentlicht: Pixel, die dunkler sind als 80 % Helligkeit</translation>
    </message>
    <message>
        <source>Left unchanged, with a smooth transition to tissue</source>
        <translation>Bleibt unverändert, mit weichem Übergang zum Gewebe</translation>
    </message>
    <message>
        <source>Mapped like every other color, as published</source>
        <translation>Wird wie jede andere Farbe abgebildet, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Optical density in red, green and blue, as a vector of length 1</source>
        <translation>Optische Dichte in Rot, Grün und Blau, als Vektor der Länge 1</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>Hämatoxylin</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosin</translation>
    </message>
    <message>
        <source>Mean of L, a, b</source>
        <translation>Mittelwert von L, a, b</translation>
    </message>
    <message>
        <source>CIE Lab: L from 0 to 100, a and b around 0</source>
        <translation>CIE Lab: L von 0 bis 100, a und b um 0</translation>
    </message>
    <message>
        <source>Deviation of L, a, b</source>
        <translation>Abweichung von L, a, b</translation>
    </message>
    <message>
        <source>Standard deviation over all pixels of the fit</source>
        <translation>Standardabweichung über alle Pixel der Anpassung</translation>
    </message>
    <message>
        <source>Maxima</source>
        <translation>Maxima</translation>
    </message>
    <message>
        <source>99th percentiles of the amounts of hematoxylin and eosin</source>
        <translation>99. Perzentile der Mengen von Hämatoxylin und Eosin</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Glas</translation>
    </message>
    <message>
        <source>Optical density of empty glass in red, green and blue</source>
        <translation>Optische Dichte von leerem Glas in Rot, Grün und Blau</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Mittelwerte</translation>
    </message>
    <message>
        <source>Mean amounts of hematoxylin and eosin where they are at home</source>
        <translation>Mittlere Mengen von Hämatoxylin und Eosin dort, wo sie zu Hause sind</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Each pixel of the result depends on that pixel alone</source>
        <translation>Jedes Pixel des Ergebnisses hängt nur von diesem Pixel ab</translation>
    </message>
    <message>
        <source>The result depends on neighboring pixels</source>
        <translation>Das Ergebnis hängt von benachbarten Pixeln ab</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Fitted to</source>
        <translation>Angepasst an</translation>
    </message>
    <message>
        <source>White glass</source>
        <translation>Weißes Glas</translation>
    </message>
    <message>
        <source>Slide&apos;s stain %1</source>
        <translation>Färbung %1 des Schnitts</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Färbung</translation>
    </message>
    <message>
        <source>Source scanner</source>
        <translation>Scanner der Quelle</translation>
    </message>
    <message>
        <source>Target scanner</source>
        <translation>Scanner des Ziels</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm pro Pixel</translation>
    </message>
    <message>
        <source>Of the images that the profile was made from</source>
        <translation>Der Bilder, aus denen das Profil erstellt wurde</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Erstellt für</translation>
    </message>
    <message>
        <source>generated demo slides only</source>
        <translation>nur erzeugte Demoschnitte</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Isostain version</source>
        <translation>Isostain-Version</translation>
    </message>
    <message>
        <source>Training colors</source>
        <translation>Trainingsfarben</translation>
    </message>
    <message>
        <source>%1 of %2 cells of the color space</source>
        <translation>%1 von %2 Zellen des Farbraums</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The trust map shows where a slide has colors that are not among them</source>
        <translation>Die Vertrauenskarte zeigt, wo ein Schnitt Farben hat, die nicht dazugehören</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of everything that decides the colors; the same digits, the same colors</source>
        <translation>Von allem, was die Farben bestimmt; gleiche Ziffern, gleiche Farben</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Fitted to each slide when it is opened</source>
        <translation>An jeden Schnitt angepasst, wenn er geöffnet wird</translation>
    </message>
</context>
<context>
    <name>ProfileFormat</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG-Zeichnung</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Gray value profile</source>
        <translation>Grauwertprofil</translation>
    </message>
</context>
<context>
    <name>ProfileName</name>
    <message>
        <source>Any stain</source>
        <translation>Jede Färbung</translation>
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
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Tissue only</source>
        <translation>Nur Gewebe</translation>
    </message>
    <message>
        <source>Normalized like tissue</source>
        <translation>Normalisiert wie Gewebe</translation>
    </message>
    <message>
        <source>Left unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Wie das Profil sagt</translation>
    </message>
    <message>
        <source>No tissue was found, so there is nothing to fit the method to.</source>
        <translation>Es wurde kein Gewebe gefunden; das Verfahren kann an nichts angepasst werden.</translation>
    </message>
    <message>
        <source>The picture is gray, so there are no stains to find.</source>
        <translation>Das Bild ist grau; es gibt keine Färbungen zu finden.</translation>
    </message>
    <message>
        <source>Only one stain could be told; the published H&amp;E stains stand in for this slide&apos;s.</source>
        <translation>Nur eine Färbung war zu erkennen; die veröffentlichten H&amp;E-Färbungen stehen für die dieses Schnitts.</translation>
    </message>
    <message>
        <source>No hematoxylin and eosin were found, so there is nothing to fit the method to.</source>
        <translation>Hämatoxylin und Eosin wurden nicht gefunden; das Verfahren kann an nichts angepasst werden.</translation>
    </message>
    <message>
        <source>The stains found here do not look like hematoxylin and eosin. Compare with the source before you rely on the colors.</source>
        <translation>Die hier gefundenen Färbungen sehen nicht wie Hämatoxylin und Eosin aus. Vergleichen Sie mit der Quelle, bevor Sie sich auf die Farben verlassen.</translation>
    </message>
    <message>
        <source>The stain profile is for another stain than this slide&apos;s.</source>
        <translation>Das Färbeprofil ist für eine andere Färbung als die dieses Schnitts.</translation>
    </message>
    <message>
        <source>The pixel size of this slide differs from that of the images the stain profile was made from.</source>
        <translation>Die Pixelgröße dieses Schnitts ist eine andere als die der Bilder, aus denen das Färbeprofil erstellt wurde.</translation>
    </message>
    <message>
        <source>The pixel size of the slide or of the network&apos;s training images is not known; the network runs on the slide&apos;s own pixels.</source>
        <translation>Die Pixelgröße des Schnitts oder der Trainingsbilder des Netzes ist nicht bekannt; das Netz arbeitet auf den Pixeln des Schnitts selbst.</translation>
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
        <translation>Strecke (µm)</translation>
    </message>
    <message>
        <source>Distance (pixels)</source>
        <translation>Strecke (Pixel)</translation>
    </message>
    <message>
        <source>%1 (r = %2)</source>
        <translation>%1 (r = %2)</translation>
    </message>
    <message>
        <source>Length %1 (%2 px)</source>
        <translation>Länge %1 (%2 px)</translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>Länge %1</translation>
    </message>
    <message>
        <source>longer than %1 px: level %2, every %3 px</source>
        <translation>länger als %1 px: Ebene %2, jedes %3. Pixel</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>gaps: outside the slide or unreadable</source>
        <translation>Lücken: außerhalb des Schnitts oder nicht lesbar</translation>
    </message>
</context>
<context>
    <name>ResultItems</name>
    <message>
        <source>Study:</source>
        <translation>Studie:</translation>
    </message>
    <message>
        <source>Begun:</source>
        <translation>Begonnen:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Stand:</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>Schritte:</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>Färbeprofil:</translation>
    </message>
    <message>
        <source>none was trained</source>
        <translation>keines wurde trainiert</translation>
    </message>
    <message>
        <source>SHA-256 of its weights:</source>
        <translation>SHA-256 seiner Gewichte:</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Methods (Tables 1, 2)</source>
        <translation>Verfahren (Tabellen 1, 2)</translation>
    </message>
    <message>
        <source>Whole slides (Table 3)</source>
        <translation>Ganze Schnitte (Tabelle 3)</translation>
    </message>
    <message>
        <source>Layers (Table 4)</source>
        <translation>Schichten (Tabelle 4)</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n Schnitt</numerusform>
            <numerusform>%n Schnitte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1 × %2 to %3 × %4 pixels</source>
        <translation>%1 × %2 bis %3 × %4 Pixel</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm pro Pixel</translation>
    </message>
    <message>
        <source>%1 to train on</source>
        <translation>%1 zum Trainieren</translation>
    </message>
    <message>
        <source>%1 to test on</source>
        <translation>%1 zum Testen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read:</source>
        <translation>
            <numerusform>%n Datei kann nicht gelesen werden:</numerusform>
            <numerusform>%n Dateien können nicht gelesen werden:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StainViewName</name>
    <message>
        <source>Hematoxylin</source>
        <translation>Hämatoxylin</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosin</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Rest</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>An export is running. If it is stopped, slides that are finished stay, and the one being written is removed.</source>
        <translation>Ein Export läuft. Wird er angehalten, bleiben fertige Schnitte erhalten, und der gerade geschriebene wird entfernt.</translation>
    </message>
</context>
<context>
    <name>StudyFigures</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Gray value profile, %1</source>
        <translation>Grauwertprofil, %1</translation>
    </message>
    <message>
        <source>Gray values along the line, in the source, the target and the normalized images of %1; the dashed part is enlarged below.</source>
        <translation>Grauwerte entlang der Linie in der Quelle, im Ziel und in den normalisierten Bildern von %1; der gestrichelte Teil ist unten vergrößert.</translation>
    </message>
    <message>
        <source>Comparison of methods</source>
        <translation>Vergleich der Verfahren</translation>
    </message>
    <message>
        <source>Test images as scanned, their targets, and what each method makes of them; the dashed part is enlarged below.</source>
        <translation>Testbilder wie gescannt, ihre Ziele und was jedes Verfahren daraus macht; der gestrichelte Teil ist unten vergrößert.</translation>
    </message>
    <message>
        <source>Whole slide %1</source>
        <translation>Ganzer Schnitt %1</translation>
    </message>
    <message>
        <source>The whole slide %1 as scanned and by each method; the dashed part is below at full resolution.</source>
        <translation>Der ganze Schnitt %1 wie gescannt und nach jedem Verfahren; der gestrichelte Teil steht unten in voller Auflösung.</translation>
    </message>
    <message>
        <source>Layers of 1x1 and 3x3</source>
        <translation>Schichten mit 1x1 und 3x3</translation>
    </message>
    <message>
        <source>Networks of layers of 1x1 + layers of 3x3 on %1, and the gray values along the line.</source>
        <translation>Netze aus Schichten mit 1x1 + Schichten mit 3x3 auf %1 und die Grauwerte entlang der Linie.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>Color histogram, %1</source>
        <translation>Farbhistogramm, %1</translation>
    </message>
    <message>
        <source>How often values of the channel occur in the test images, glass (%1 and more) left out.</source>
        <translation>Wie oft Werte des Kanals in den Testbildern vorkommen, ohne Glas (ab %1).</translation>
    </message>
    <message>
        <source>Value of the channel, 0 to 255</source>
        <translation>Wert des Kanals, 0 bis 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>Anteil der Pixel, %</translation>
    </message>
    <message>
        <source>Colors in CIE a*b*</source>
        <translation>Farben in CIE a*b*</translation>
    </message>
    <message>
        <source>Hue and chroma of pixels of the test images, the same places in each.</source>
        <translation>Farbton und Buntheit von Pixeln der Testbilder, in jedem an denselben Stellen.</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a* (grün bis magenta)</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b* (blau bis gelb)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Means of the losses between two measurements, before they are weighted.</source>
        <translation>Mittelwerte der Verluste zwischen zwei Messungen, vor der Gewichtung.</translation>
    </message>
    <message>
        <source>StainGAN: losses</source>
        <translation>StainGAN: Verluste</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>adversarial, to target</source>
        <translation>adversarial, zum Ziel</translation>
    </message>
    <message>
        <source>discriminator of the target</source>
        <translation>Diskriminator des Ziels</translation>
    </message>
    <message>
        <source>cycle of the source</source>
        <translation>Zyklus der Quelle</translation>
    </message>
    <message>
        <source>cycle of the target</source>
        <translation>Zyklus des Ziels</translation>
    </message>
    <message>
        <source>identity of the source</source>
        <translation>Identität der Quelle</translation>
    </message>
    <message>
        <source>identity of the target</source>
        <translation>Identität des Ziels</translation>
    </message>
    <message>
        <source>StainGAN: learning rate</source>
        <translation>StainGAN: Lernrate</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate.</source>
        <translation>Lernrate von Adam.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>StainGAN: test images</source>
        <translation>StainGAN: Testbilder</translation>
    </message>
    <message>
        <source>PSNR Target on test pairs at the end of each epoch; it decides nothing.</source>
        <translation>PSNR Ziel auf Testpaaren am Ende jeder Epoche; entscheidet nichts.</translation>
    </message>
    <message>
        <source>PSNR Target (dB)</source>
        <translation>PSNR Ziel (dB)</translation>
    </message>
    <message>
        <source>PSNR Target</source>
        <translation>PSNR Ziel</translation>
    </message>
    <message>
        <source>StainNet: loss</source>
        <translation>StainNet: Verlust</translation>
    </message>
    <message>
        <source>L1 in the [-1, 1] scale.</source>
        <translation>L1 auf der Skala [-1, 1].</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Ziel</translation>
    </message>
    <message>
        <source>SSIM Source</source>
        <translation>SSIM Quelle</translation>
    </message>
    <message>
        <source>%1 of all test images: quartiles, whiskers within 1.5 of their distance, the rest as points.</source>
        <translation>%1 aller Testbilder: Quartile, Antennen bis zum 1,5-Fachen ihres Abstands, der Rest als Punkte.</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>ROC-Kurven</translation>
    </message>
    <message>
        <source>Of the classifier with the median AUC of each test set.</source>
        <translation>Des Klassifikators mit der mittleren AUC jedes Testsatzes.</translation>
    </message>
</context>
<context>
    <name>StudyStep</name>
    <message>
        <source>Prepare the data</source>
        <translation>Daten vorbereiten</translation>
    </message>
    <message>
        <source>Train the StainGAN</source>
        <translation>StainGAN trainieren</translation>
    </message>
    <message>
        <source>Distill the StainNet</source>
        <translation>StainNet destillieren</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <source>Make the pictures</source>
        <translation>Bilder erstellen</translation>
    </message>
    <message>
        <source>Compare on whole slides</source>
        <translation>Auf ganzen Schnitten vergleichen</translation>
    </message>
    <message>
        <source>Compare layers of 1x1 and 3x3</source>
        <translation>Schichten mit 1x1 und 3x3 vergleichen</translation>
    </message>
    <message>
        <source>Train and test classifiers</source>
        <translation>Klassifikatoren trainieren und testen</translation>
    </message>
</context>
<context>
    <name>StudyTexts</name>
    <message>
        <source>Reads the images, or makes them, and puts some aside for the test.</source>
        <translation>Liest die Bilder oder erzeugt sie und legt einige für den Test beiseite.</translation>
    </message>
    <message>
        <source>Learns the target&apos;s colors from images that need not show the same. Takes the most time.</source>
        <translation>Lernt die Farben des Ziels aus Bildern, die nicht dasselbe zeigen müssen. Braucht die meiste Zeit.</translation>
    </message>
    <message>
        <source>Makes a small, fast network of it: the stain profile that you keep.</source>
        <translation>Macht daraus ein kleines, schnelles Netz: das Färbeprofil, das Sie behalten.</translation>
    </message>
    <message>
        <source>Measures SSIM and PSNR of every method on the test pairs: Tables 1 and 2.</source>
        <translation>Misst SSIM und PSNR jedes Verfahrens auf den Testpaaren: Tabellen 1 und 2.</translation>
    </message>
    <message>
        <source>Normalizes some test images by every method, for the figures.</source>
        <translation>Normalisiert einige Testbilder mit jedem Verfahren, für die Abbildungen.</translation>
    </message>
    <message>
        <source>Measures how much structure whole slides keep: Table 3.</source>
        <translation>Misst, wie viel Struktur ganze Schnitte behalten: Tabelle 3.</translation>
    </message>
    <message>
        <source>Trains StainNets with more and more 3×3 layers: Table 4 and Figure 8.</source>
        <translation>Trainiert StainNets mit immer mehr 3×3-Schichten: Tabelle 4 und Abbildung 8.</translation>
    </message>
    <message>
        <source>Tells whether normalization helps a classifier: ROC curves.</source>
        <translation>Zeigt, ob die Normalisierung einem Klassifikator hilft: ROC-Kurven.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Small networks: a first result in minutes, also without a graphics card.</source>
        <translation>Kleine Netze: ein erstes Ergebnis in Minuten, auch ohne Grafikkarte.</translation>
    </message>
    <message>
        <source>Networks of half the paper&apos;s width: hours on a graphics card.</source>
        <translation>Netze der halben Breite der Veröffentlichung: Stunden auf einer Grafikkarte.</translation>
    </message>
    <message>
        <source>Networks, losses and rates as published: for a graphics card.</source>
        <translation>Netze, Verluste und Raten wie veröffentlicht: für eine Grafikkarte.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Like the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>The view at full resolution</source>
        <translation>Die Ansicht in voller Auflösung</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
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
        <translation>%1 Pixel pro Pixel</translation>
    </message>
    <message>
        <source>%1 µm/pixel</source>
        <translation>%1 µm/Pixel</translation>
    </message>
    <message>
        <source>Level %1 of %2 (1:%3)</source>
        <translation>Ebene %1 von %2 (1:%3)</translation>
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
        <translation>Ausrichtungen zweier Scans (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load an Alignment</source>
        <translation>Ausrichtung laden</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>file name of the alignment of two scans</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Save the Alignment</source>
        <translation>Ausrichtung speichern</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentPanel</name>
    <message>
        <source>&amp;Undo Point</source>
        <translation>Punkt zur&amp;ücknehmen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Now click spot %1 in %2.</source>
        <translation>Klicken Sie nun auf Stelle %1 in %2.</translation>
    </message>
    <message>
        <source>Click a spot that you recognize in both scans, e.g. a nucleus: in %1 or in %2. Drag moves the picture.</source>
        <translation>Klicken Sie auf eine Stelle, die Sie in beiden Scans wiedererkennen, z. B. einen Kern: in %1 oder in %2. Ziehen verschiebt das Bild.</translation>
    </message>
    <message>
        <source>Click a second spot, far from the first.</source>
        <translation>Klicken Sie auf eine zweite Stelle, weit von der ersten.</translation>
    </message>
    <message>
        <source>Apply, or click a third spot, far from the line through the first two.</source>
        <translation>Wenden Sie an, oder klicken Sie auf eine dritte Stelle, weit von der Linie durch die ersten beiden.</translation>
    </message>
    <message>
        <source>Three spots are there.</source>
        <translation>Drei Stellen sind da.</translation>
    </message>
    <message>
        <source>Scale %1, turned by %2°.</source>
        <translation>Maßstab %1, gedreht um %2°.</translation>
    </message>
    <message>
        <source>Two spots always agree; a third one checks them.</source>
        <translation>Zwei Stellen passen immer; eine dritte prüft sie.</translation>
    </message>
    <message>
        <source>The spots differ by %1 px from a mere rotation and scale.</source>
        <translation>Die Stellen weichen um %1 px von einer bloßen Drehung und Skalierung ab.</translation>
    </message>
    <message>
        <source>The spots differ by %1 px (%2 µm) from a mere rotation and scale.</source>
        <translation>Die Stellen weichen um %1 px (%2 µm) von einer bloßen Drehung und Skalierung ab.</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationController</name>
    <message>
        <source>Annotations (%1)</source>
        <translation>Annotationen (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>Rü&amp;ckgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rü&amp;ckgängig</translation>
    </message>
    <message>
        <source>Re&amp;do %1</source>
        <translation>W&amp;iederholen: %1</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>W&amp;iederholen</translation>
    </message>
    <message>
        <source>Load Annotations</source>
        <translation>Annotationen laden</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>Annotationen speichern</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationKeeper</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationLayer</name>
    <message>
        <source>Reshape</source>
        <translation>Umformen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationPanel</name>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>Brings the annotation to the middle of the view</source>
        <translation>Bringt die Annotation in die Mitte der Ansicht</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>&amp;Farbe…</translation>
    </message>
    <message>
        <source>Changes the color of the selected annotations</source>
        <translation>Ändert die Farbe der ausgewählten Annotationen</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>Keeps the selected annotation from being changed</source>
        <translation>Bewahrt die ausgewählte Annotation vor Änderungen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>Removes the selected annotations</source>
        <translation>Entfernt die ausgewählten Annotationen</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>&amp;Laden…</translation>
    </message>
    <message>
        <source>Adds the annotations of a GeoJSON file, as QuPath writes it</source>
        <translation>Fügt die Annotationen einer GeoJSON-Datei hinzu, wie QuPath sie schreibt</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Saves all annotations as GeoJSON, which QuPath opens</source>
        <translation>Speichert alle Annotationen als GeoJSON, das QuPath öffnet</translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation>Farbe ändern</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationStore</name>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationTableModel</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Change Class</source>
        <translation>Klasse ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>isostain::AssociatedImageView</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>May show a patient&apos;s name.</source>
        <translation>Zeigt vielleicht einen Patientennamen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>isostain::BookmarkController</name>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>L&amp;esezeichen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Stelle %1</translation>
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
        <translation>Zeigen Sie auf eine Kurve, um ihre Werte zu lesen. Ziehen verschiebt, das Rad vergrößert, ein Doppelklick zeigt alles.</translation>
    </message>
</context>
<context>
    <name>isostain::CheckPage</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What is there, and whether a training can learn from it.</source>
        <translation>Was vorhanden ist und ob ein Training daraus lernen kann.</translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation>Die Daten werden geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) to test on.</source>
        <translation>
            <numerusform>%n Paar zum Testen.</numerusform>
            <numerusform>%n Paare zum Testen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no test pairs: methods cannot be measured or compared.</source>
        <translation>Es gibt keine Testpaare: Verfahren können nicht gemessen und verglichen werden.</translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>Die Bilder werden angesehen…</translation>
    </message>
</context>
<context>
    <name>isostain::ColorCharts</name>
    <message>
        <source>Histogram of the channels of source and target</source>
        <translation>Histogramm der Kanäle von Quelle und Ziel</translation>
    </message>
    <message>
        <source>Colors of source and target in CIE a*b*</source>
        <translation>Farben von Quelle und Ziel in CIE a*b*</translation>
    </message>
    <message>
        <source>Value of a channel, 0 to 255</source>
        <translation>Wert eines Kanals, 0 bis 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>Anteil der Pixel, %</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>Source, %1</source>
        <translation>Quelle, %1</translation>
    </message>
    <message>
        <source>Target, %1</source>
        <translation>Ziel, %1</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a* (grün bis magenta)</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b* (blau bis gelb)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
</context>
<context>
    <name>isostain::ColorProfilePanel</name>
    <message>
        <source>Color profiles</source>
        <translation>Farbprofile</translation>
    </message>
    <message>
        <source>Use the &amp;slide&apos;s color profile</source>
        <translation>&amp;Farbprofil des Schnitts verwenden</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Shows colors as the slide&apos;s profile (ICC) says that they look, in every pane: an export carries the same profile</source>
        <translation>Zeigt die Farben in jedem Bildbereich so, wie das Profil (ICC) des Schnitts sie angibt: Ein Export enthält dasselbe Profil</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Chooses the ICC profile that was made for this screen</source>
        <translation>Wählt das ICC-Profil, das für diesen Bildschirm erstellt wurde</translation>
    </message>
    <message>
        <source>Screen:</source>
        <translation>Bildschirm:</translation>
    </message>
    <message>
        <source>no slide is open</source>
        <translation>kein Schnitt ist geöffnet</translation>
    </message>
    <message>
        <source>no profile, taken for sRGB</source>
        <translation>kein Profil, gilt als sRGB</translation>
    </message>
</context>
<context>
    <name>isostain::ColorSwatch</name>
    <message>
        <source>Red, green and blue under the cursor: before → after normalization</source>
        <translation>Rot, Grün und Blau unter dem Zeiger: vor → nach der Normalisierung</translation>
    </message>
</context>
<context>
    <name>isostain::CompareView</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Preparing %1…</source>
        <translation>%1 wird vorbereitet…</translation>
    </message>
    <message>
        <source>source standing in</source>
        <translation>Quelle vertritt</translation>
    </message>
    <message>
        <source>Unreadable parts of this slide: %1</source>
        <translation>Nicht lesbare Teile dieses Schnitts: %1</translation>
    </message>
</context>
<context>
    <name>isostain::ComparisonWindow</name>
    <message>
        <source>Compare Trainings</source>
        <translation>Trainings vergleichen</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Losses of the studies</source>
        <translation>Verluste der Studien</translation>
    </message>
    <message>
        <source>Measurements of the studies</source>
        <translation>Messungen der Studien</translation>
    </message>
    <message>
        <source>&amp;Curve:</source>
        <translation>&amp;Kurve:</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Ziel</translation>
    </message>
    <message>
        <source>PSNR Target, dB</source>
        <translation>PSNR Ziel, dB</translation>
    </message>
    <message>
        <source>SSIM Source</source>
        <translation>SSIM Quelle</translation>
    </message>
</context>
<context>
    <name>isostain::CurveTable</name>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Gray value under the cursor, 0 to 255</source>
        <translation>Grauwert unter dem Zeiger, 0 bis 255</translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation with the source along the line</source>
        <translation>Pearson-Korrelation mit der Quelle entlang der Linie</translation>
    </message>
    <message>
        <source>Curves: gray value under the cursor and correlation with the source</source>
        <translation>Kurven: Grauwert unter dem Zeiger und Korrelation mit der Quelle</translation>
    </message>
</context>
<context>
    <name>isostain::DataPage</name>
    <message>
        <source>&amp;More: whole slides, classifier</source>
        <translation>&amp;Mehr: ganze Schnitte, Klassifikator</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Which images should be brought to which look? The source is what your scanner gives; the target is the look that it should have.</source>
        <translation>Welche Bilder sollen welches Aussehen bekommen? Die Quelle ist, was Ihr Scanner liefert; das Ziel ist das Aussehen, das es haben soll.</translation>
    </message>
    <message>
        <source>&amp;Folders of images</source>
        <translation>&amp;Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Tiles or pictures of both looks. They need not show the same tissue.</source>
        <translation>Kacheln oder Bilder beider Aussehen. Sie müssen nicht dasselbe Gewebe zeigen.</translation>
    </message>
    <message>
        <source>Slides &amp;of both looks</source>
        <translation>&amp;Schnitte beider Aussehen</translation>
    </message>
    <message>
        <source>Patches of tissue are cut from the slides of each. They need not show the same tissue.</source>
        <translation>Gewebeausschnitte werden aus den Schnitten beider Seiten genommen. Sie müssen nicht dasselbe Gewebe zeigen.</translation>
    </message>
    <message>
        <source>Two &amp;scans of one glass</source>
        <translation>&amp;Zwei Scans eines Objektträgers</translation>
    </message>
    <message>
        <source>The same glass scanned twice. Both are aligned and cut into pairs.</source>
        <translation>Derselbe Objektträger, zweimal gescannt. Beide werden aneinander ausgerichtet und in Paare zerschnitten.</translation>
    </message>
    <message>
        <source>&amp;Try with generated data</source>
        <translation>Mit &amp;erzeugten Daten ausprobieren</translation>
    </message>
    <message>
        <source>Artificial tissue as two scanners see it: to learn how it works, without images of yours.</source>
        <translation>Künstliches Gewebe, wie zwei Scanner es sehen: zum Kennenlernen, ohne eigene Bilder.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Source of the test pairs</source>
        <translation>Quelle der Testpaare</translation>
    </message>
    <message>
        <source>Target of the test pairs</source>
        <translation>Ziel der Testpaare</translation>
    </message>
    <message>
        <source>List of the test pairs</source>
        <translation>Liste der Testpaare</translation>
    </message>
    <message>
        <source>Only where the file names differ</source>
        <translation>Nur wo die Dateinamen verschieden sind</translation>
    </message>
    <message>
        <source>Needed to measure and to compare methods</source>
        <translation>Zum Messen und Vergleichen der Verfahren nötig</translation>
    </message>
    <message>
        <source>Part of the glass for the test:</source>
        <translation>Teil des Objektträgers für den Test:</translation>
    </message>
    <message>
        <source>0.05 to 0.5 of its width: what is tested on is never trained on</source>
        <translation>0,05 bis 0,5 der Breite: Woran getestet wird, daran wird nie trainiert</translation>
    </message>
    <message>
        <source>Patches of each look:</source>
        <translation>Ausschnitte je Aussehen:</translation>
    </message>
    <message>
        <source>Drawn at random from the tissue of all slides, the same every time</source>
        <translation>Zufällig aus dem Gewebe aller Schnitte gezogen, jedes Mal dieselben</translation>
    </message>
    <message>
        <source>Micrometers per pixel:</source>
        <translation>Mikrometer pro Pixel:</translation>
    </message>
    <message>
        <source>Slides of every magnification are resampled to it; 0.25 is about 40x, 0.5 about 20x</source>
        <translation>Schnitte jeder Vergrößerung werden darauf umgerechnet; 0,25 ist etwa 40x, 0,5 etwa 20x</translation>
    </message>
    <message>
        <source>Sou&amp;rce:</source>
        <translation>&amp;Quelle:</translation>
    </message>
    <message>
        <source>Tar&amp;get:</source>
        <translation>&amp;Ziel:</translation>
    </message>
    <message>
        <source>Test so&amp;urce:</source>
        <translation>Testq&amp;uelle:</translation>
    </message>
    <message>
        <source>Test t&amp;arget:</source>
        <translation>Testz&amp;iel:</translation>
    </message>
    <message>
        <source>Pa&amp;irs:</source>
        <translation>&amp;Paare:</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Färbung</translation>
    </message>
    <message>
        <source>Tiles of each look</source>
        <translation>Kacheln je Aussehen</translation>
    </message>
    <message>
        <source>St&amp;ain:</source>
        <translation>&amp;Färbung:</translation>
    </message>
    <message>
        <source>Ti&amp;les of each look:</source>
        <translation>&amp;Kacheln je Aussehen:</translation>
    </message>
    <message>
        <source>Whole slides to compare on</source>
        <translation>Ganze Schnitte zum Vergleichen</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Add slides</source>
        <translation>Schnitte hinzufügen</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove the selected slides</source>
        <translation>Entfernt die ausgewählten Schnitte</translation>
    </message>
    <message>
        <source>Slides to Compare on</source>
        <translation>Schnitte zum Vergleichen</translation>
    </message>
    <message>
        <source>Labelled images of the target&apos;s look</source>
        <translation>Bilder mit Klassen, im Aussehen des Ziels</translation>
    </message>
    <message>
        <source>Labelled images of the source&apos;s look</source>
        <translation>Bilder mit Klassen, im Aussehen der Quelle</translation>
    </message>
    <message>
        <source>Weights of SqueezeNet 1.1</source>
        <translation>Gewichte von SqueezeNet 1.1</translation>
    </message>
    <message>
        <source>Without: the classifier begins untrained</source>
        <translation>Ohne: Der Klassifikator beginnt untrainiert</translation>
    </message>
    <message>
        <source>Whole slid&amp;es:</source>
        <translation>Ganze S&amp;chnitte:</translation>
    </message>
    <message>
        <source>Of the source&apos;s look: to compare how much of their structure each method keeps.</source>
        <translation>Im Aussehen der Quelle: um zu vergleichen, wie viel von ihrer Struktur jedes Verfahren behält.</translation>
    </message>
    <message>
        <source>Classifier, training:</source>
        <translation>Klassifikator, Training:</translation>
    </message>
    <message>
        <source>Classifier, test:</source>
        <translation>Klassifikator, Test:</translation>
    </message>
    <message>
        <source>Folders with one folder of images per class. The training images have the target&apos;s look, the test images the source&apos;s.</source>
        <translation>Ordner mit einem Bilderordner je Klasse. Die Trainingsbilder haben das Aussehen des Ziels, die Testbilder das der Quelle.</translation>
    </message>
    <message>
        <source>Classifier, weights:</source>
        <translation>Klassifikator, Gewichte:</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>Name der Studie</translation>
    </message>
    <message>
        <source>Folder that studies are kept in</source>
        <translation>Ordner, in dem Studien liegen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Keep in:</source>
        <translation>A&amp;blegen in:</translation>
    </message>
    <message>
        <source>Folders of slides, with those in folders below. For figures and measurements, add pairs of images that show the same place in both looks:</source>
        <translation>Ordner mit Schnitten, samt denen in Unterordnern. Für Abbildungen und Messungen fügen Sie Bildpaare hinzu, die dieselbe Stelle in beiden Aussehen zeigen:</translation>
    </message>
    <message>
        <source>PNG, JPEG or TIFF, also in folders below. For figures and measurements, add pairs that show the same place in both looks:</source>
        <translation>PNG, JPEG oder TIFF, auch in Unterordnern. Für Abbildungen und Messungen fügen Sie Paare hinzu, die dieselbe Stelle in beiden Aussehen zeigen:</translation>
    </message>
    <message>
        <source>Slides or pictures of the same glass.</source>
        <translation>Schnitte oder Bilder desselben Objektträgers.</translation>
    </message>
    <message>
        <source>Study of %1</source>
        <translation>Studie vom %1</translation>
    </message>
    <message>
        <source>%1 demo %2</source>
        <translation>%1 Demo %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s slides.</source>
        <translation>Wählen Sie den Ordner mit den Schnitten der Quelle.</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s images.</source>
        <translation>Wählen Sie den Ordner mit den Bildern der Quelle.</translation>
    </message>
    <message>
        <source>Choose the scan that is the source.</source>
        <translation>Wählen Sie den Scan, der die Quelle ist.</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s slides.</source>
        <translation>Wählen Sie den Ordner mit den Schnitten des Ziels.</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s images.</source>
        <translation>Wählen Sie den Ordner mit den Bildern des Ziels.</translation>
    </message>
    <message>
        <source>Choose the scan that is the target.</source>
        <translation>Wählen Sie den Scan, der das Ziel ist.</translation>
    </message>
    <message>
        <source>Source and target are the same. Choose another one.</source>
        <translation>Quelle und Ziel sind dasselbe. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Choose both folders of the test pairs, or none.</source>
        <translation>Wählen Sie beide Ordner der Testpaare oder keinen.</translation>
    </message>
    <message>
        <source>Choose both folders of the classifier, or none.</source>
        <translation>Wählen Sie beide Ordner des Klassifikators oder keinen.</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>Geben Sie der Studie einen Namen.</translation>
    </message>
    <message>
        <source>Choose the folder that the study is kept in.</source>
        <translation>Wählen Sie den Ordner, in dem die Studie liegt.</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayController</name>
    <message>
        <source>Shows the colors as they are again</source>
        <translation>Zeigt die Farben wieder so, wie sie sind</translation>
    </message>
    <message>
        <source>Opens the window in which color profiles are turned on and off</source>
        <translation>Öffnet das Fenster, in dem Farbprofile ein- und ausgeschaltet werden</translation>
    </message>
    <message>
        <source>Brightness and Color</source>
        <translation>Helligkeit und Farbe</translation>
    </message>
    <message>
        <source>brightness %1</source>
        <translation>Helligkeit %1</translation>
    </message>
    <message>
        <source>contrast %1</source>
        <translation>Kontrast %1</translation>
    </message>
    <message>
        <source>gamma %1</source>
        <translation>Gamma %1</translation>
    </message>
    <message>
        <source>Screen only: %1</source>
        <translation>Nur Bildschirm: %1</translation>
    </message>
    <message>
        <source>Color profiles of slide and screen</source>
        <translation>Farbprofile von Schnitt und Bildschirm</translation>
    </message>
    <message>
        <source>Color profile of the slide</source>
        <translation>Farbprofil des Schnitts</translation>
    </message>
    <message>
        <source>Color profile of the screen</source>
        <translation>Farbprofil des Bildschirms</translation>
    </message>
    <message>
        <source>Choose the Screen&apos;s Color Profile</source>
        <translation>Farbprofil des Bildschirms wählen</translation>
    </message>
    <message>
        <source>ICC profiles (%1)</source>
        <translation>ICC-Profile (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayPanel</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>For the screen alone: exports, measurements and profiles of gray values stay as they are.</source>
        <translation>Nur für den Bildschirm: Exporte, Messungen und Grauwertprofile bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Brightness:</source>
        <translation>&amp;Helligkeit:</translation>
    </message>
    <message>
        <source>&amp;Contrast:</source>
        <translation>&amp;Kontrast:</translation>
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
        <translation>Öffnen Sie einen Schnitt</translation>
    </message>
    <message>
        <source>Drop a whole-slide image or a picture here, or choose one from your disk. You then see it as it was scanned; pick a stain profile to see the normalized view beside it.</source>
        <translation>Ziehen Sie einen digitalen Schnitt oder ein Bild hierher, oder wählen Sie eines von Ihrem Datenträger. Sie sehen es dann, wie es gescannt wurde; wählen Sie ein Färbeprofil, um daneben die normalisierte Ansicht zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Open a Slide…</source>
        <translation>Schnitt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>&amp;Demoschnitt erzeugen</translation>
    </message>
    <message>
        <source>Generates a slide of artificial tissue to try the program with</source>
        <translation>Erzeugt einen Schnitt aus künstlichem Gewebe, um das Programm auszuprobieren</translation>
    </message>
    <message>
        <source>Recent slides</source>
        <translation>Zuletzt geöffnet</translation>
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
        <translation>&amp;Anderen Schnitt öffnen…</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Back to %1</source>
        <translation>&amp;Zurück zu %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportButtons</name>
    <message>
        <source>Open Fol&amp;der</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Sho&amp;w Report</source>
        <translation>&amp;Bericht zeigen</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>&amp;Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What became of every slide, with thumbnails before and after</source>
        <translation>Was aus jedem Schnitt geworden ist, mit Vorschaubildern davor und danach</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
</context>
<context>
    <name>isostain::ExportController</name>
    <message>
        <source>Stop the Export and Close?</source>
        <translation>Export anhalten und schließen?</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>Weiter exportieren</translation>
    </message>
</context>
<context>
    <name>isostain::ExportDialog</name>
    <message>
        <source>none: choose a stain profile in the main window first</source>
        <translation>keines: Wählen Sie zuerst im Hauptfenster ein Färbeprofil</translation>
    </message>
    <message>
        <source>unnamed profile</source>
        <translation>Profil ohne Namen</translation>
    </message>
    <message>
        <source>Export Normalized Slides</source>
        <translation>Normalisierte Schnitte exportieren</translation>
    </message>
    <message>
        <source>The slides are written here, with a journal by which an export is resumed. The folder is created when it is missing.</source>
        <translation>Die Schnitte werden hierher geschrieben, mit einem Journal, mit dem ein Export fortgesetzt wird. Der Ordner wird angelegt, wenn er fehlt.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>&amp;Namen:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>Färbeprofil:</translation>
    </message>
    <message>
        <source>Searching for slides…</source>
        <translation>Schnitte werden gesucht…</translation>
    </message>
    <message>
        <source>No further slides were found there.</source>
        <translation>Dort wurden keine weiteren Schnitte gefunden.</translation>
    </message>
    <message>
        <source>After a crash this export could not be resumed. %1</source>
        <translation>Nach einem Absturz könnte dieser Export nicht fortgesetzt werden. %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Stop the Export?</source>
        <translation>Export anhalten?</translation>
    </message>
    <message>
        <source>Stop Export</source>
        <translation>Export anhalten</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>Weiter exportieren</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>The folder %1 could not be shown. Open it with your file manager.</source>
        <translation>Der Ordner %1 konnte nicht gezeigt werden. Öffnen Sie ihn mit Ihrem Dateimanager.</translation>
    </message>
    <message>
        <source>The report could not be shown. Open %1 with a web browser.</source>
        <translation>Der Bericht konnte nicht gezeigt werden. Öffnen Sie %1 mit einem Webbrowser.</translation>
    </message>
    <message>
        <source>Add slides, or folders of slides, to export.</source>
        <translation>Fügen Sie Schnitte oder Ordner mit Schnitten zum Exportieren hinzu.</translation>
    </message>
    <message>
        <source>Choose a stain profile in the main window first.</source>
        <translation>Wählen Sie zuerst im Hauptfenster ein Färbeprofil.</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>Wählen Sie den Ordner, in den geschrieben wird.</translation>
    </message>
    <message>
        <source>Correct the pattern of the names.</source>
        <translation>Berichtigen Sie das Muster der Namen.</translation>
    </message>
    <message>
        <source>What the view shows is a part of one slide. Choose another area, or leave only that slide in the list.</source>
        <translation>Was die Ansicht zeigt, ist ein Teil eines Schnitts. Wählen Sie einen anderen Bereich, oder lassen Sie nur diesen Schnitt in der Liste.</translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported.</source>
        <translation>
            <numerusform>%n Schnitt exportiert.</numerusform>
            <numerusform>%n Schnitte exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported before.</source>
        <translation>
            <numerusform>%n Schnitt früher exportiert.</numerusform>
            <numerusform>%n Schnitte früher exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) failed.</source>
        <translation>
            <numerusform>%n Schnitt fehlgeschlagen.</numerusform>
            <numerusform>%n Schnitte fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) to export.</source>
        <translation>
            <numerusform>%n Schnitt zu exportieren.</numerusform>
            <numerusform>%n Schnitte zu exportieren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ExportForecastLabel</name>
    <message>
        <source>Working out how much space is needed…</source>
        <translation>Der Platzbedarf wird ermittelt…</translation>
    </message>
    <message>
        <source>Everything in the list was exported before.</source>
        <translation>Alles in der Liste wurde früher exportiert.</translation>
    </message>
    <message>
        <source>About %1 will be written.</source>
        <translation>Etwa %1 werden geschrieben.</translation>
    </message>
    <message>
        <source>About %1 will be written; %2 are free.</source>
        <translation>Etwa %1 werden geschrieben; %2 sind frei.</translation>
    </message>
    <message>
        <source>About %1 are needed, but only %2 are free. Free some space, choose another folder, or export less.</source>
        <translation>Etwa %1 werden gebraucht, aber nur %2 sind frei. Schaffen Sie Platz, wählen Sie einen anderen Ordner, oder exportieren Sie weniger.</translation>
    </message>
</context>
<context>
    <name>isostain::ExportNamingField</name>
    <message>
        <source>&amp;Anonymous</source>
        <translation>&amp;Anonym</translation>
    </message>
    <message>
        <source>{name} is the name of the slide, {profile} that of the stain profile</source>
        <translation>{name} ist der Name des Schnitts, {profile} der des Färbeprofils</translation>
    </message>
    <message>
        <source>Names files by the content of their slide, and no slide in the journal and the report beside them. Until an export has ended, its list of slides is kept in your own account, so that it can be resumed.</source>
        <translation>Benennt Dateien nach dem Inhalt ihres Schnitts und nennt im Journal und im Bericht daneben keinen Schnitt. Bis ein Export beendet ist, bleibt seine Liste der Schnitte in Ihrem eigenen Konto, damit er fortgesetzt werden kann.</translation>
    </message>
    <message>
        <source>Named by content, such as %1</source>
        <translation>Nach dem Inhalt benannt, etwa %1</translation>
    </message>
    <message>
        <source>A name is made of {name}, {profile} and other text without slashes.</source>
        <translation>Ein Name besteht aus {name}, {profile} und anderem Text ohne Schrägstriche.</translation>
    </message>
</context>
<context>
    <name>isostain::ExportOptionsForm</name>
    <message>
        <source>Whole slide</source>
        <translation>Ganzer Schnitt</translation>
    </message>
    <message>
        <source>Around the tissue</source>
        <translation>Um das Gewebe herum</translation>
    </message>
    <message>
        <source>What the view shows</source>
        <translation>Was die Ansicht zeigt</translation>
    </message>
    <message>
        <source>As in the slide</source>
        <translation>Wie im Schnitt</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Die Hälfte</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Ein Viertel</translation>
    </message>
    <message>
        <source>%1 (%2x)</source>
        <translation>%1 (%2x)</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>Wie begonnen</translation>
    </message>
    <message>
        <source>1 to 100: higher looks better and takes more space. Scanners use 70 to 90.</source>
        <translation>1 bis 100: Höher sieht besser aus und braucht mehr Platz. Scanner verwenden 70 bis 90.</translation>
    </message>
    <message>
        <source>A coarser export takes a quarter of the space for each step</source>
        <translation>Ein gröberer Export braucht je Stufe ein Viertel des Platzes</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist already</source>
        <translation>Vorhandene Dateien &amp;ersetzen</translation>
    </message>
    <message>
        <source>Slides that an earlier export with these options has finished are never written again</source>
        <translation>Schnitte, die ein früherer Export mit diesen Optionen fertiggestellt hat, werden nie noch einmal geschrieben</translation>
    </message>
    <message>
        <source>More o&amp;ptions</source>
        <translation>&amp;Weitere Optionen</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>&amp;Qualität:</translation>
    </message>
    <message>
        <source>Ma&amp;gnification:</source>
        <translation>&amp;Vergrößerung:</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Kompression:</translation>
    </message>
    <message>
        <source>Ar&amp;ea:</source>
        <translation>Be&amp;reich:</translation>
    </message>
    <message>
        <source>How finely JPEG stores color. Half resolution is what most scanners use; full resolution keeps small colored details and takes more space.</source>
        <translation>Wie fein JPEG Farbe speichert. Die halbe Auflösung ist, was die meisten Scanner verwenden; die volle Auflösung erhält kleine farbige Einzelheiten und braucht mehr Platz.</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 Pixel</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>Einer je Prozessorkern (%1)</translation>
    </message>
    <message>
        <source>&amp;JPEG color:</source>
        <translation>&amp;JPEG-Farbe:</translation>
    </message>
    <message>
        <source>&amp;Tile size:</source>
        <translation>&amp;Kachelgröße:</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>&amp;Threads:</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Only of the slide that is open</source>
        <translation>Nur vom geöffneten Schnitt</translation>
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
        <translation>Schnitt %1 von %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>%1 megapixels per second</source>
        <translation>%1 Megapixel pro Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportQueue</name>
    <message>
        <source>Slide</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 s</source>
        <translation>Fertig: %1 in %2 s</translation>
    </message>
    <message>
        <source>Exported before: %1</source>
        <translation>Früher exportiert: %1</translation>
    </message>
    <message>
        <source>%1 About %2 are needed, %3 are free.</source>
        <translation>%1 Etwa %2 werden gebraucht, %3 sind frei.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>isostain::ExportSlideList</name>
    <message>
        <source>&amp;Add Slides…</source>
        <translation>Schnitte &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Adds every slide in a folder and in the folders below it</source>
        <translation>Fügt jeden Schnitt eines Ordners und seiner Unterordner hinzu</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Open Res&amp;ult</source>
        <translation>&amp;Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Shows the exported slide in the viewer</source>
        <translation>Zeigt den exportierten Schnitt im Betrachter</translation>
    </message>
    <message>
        <source>Slides to export</source>
        <translation>Zu exportierende Schnitte</translation>
    </message>
    <message>
        <source>Drop slides or folders of slides here</source>
        <translation>Ziehen Sie Schnitte oder Ordner mit Schnitten hierher</translation>
    </message>
    <message>
        <source>Add Slides</source>
        <translation>Schnitte hinzufügen</translation>
    </message>
    <message>
        <source>Add a Folder of Slides</source>
        <translation>Ordner mit Schnitten hinzufügen</translation>
    </message>
</context>
<context>
    <name>isostain::FigureBrowser</name>
    <message>
        <source>Reading the pictures…</source>
        <translation>Die Bilder werden gelesen…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Es gibt noch nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>isostain::FigurePanel</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the figure as a picture</source>
        <translation>Kopiert die Abbildung als Bild</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>&amp;Werte kopieren</translation>
    </message>
    <message>
        <source>Copies the numbers behind the figure as CSV</source>
        <translation>Kopiert die Zahlen der Abbildung als CSV</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Saves the figure as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>Speichert die Abbildung als PNG, SVG oder PDF oder ihre Zahlen als CSV</translation>
    </message>
    <message>
        <source>C&amp;hart Alone</source>
        <translation>Nur &amp;Diagramm</translation>
    </message>
    <message>
        <source>Shows the chart without the pictures, to read its values</source>
        <translation>Zeigt das Diagramm ohne die Bilder, um seine Werte zu lesen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Shows everything (0)</source>
        <translation>Zeigt alles (0)</translation>
    </message>
    <message>
        <source>Save the Figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>Zahlen (*.csv)</translation>
    </message>
</context>
<context>
    <name>isostain::FitNotices</name>
    <message>
        <source>It was trained on generated tissue for demo slides. On this slide its colors mean nothing: choose a profile made for slides like this one, or none.</source>
        <translation>Es wurde mit erzeugtem Gewebe für Demoschnitte trainiert. Auf diesem Schnitt bedeuten seine Farben nichts: Wählen Sie ein Profil für Schnitte wie diesen oder keines.</translation>
    </message>
    <message>
        <source>Colors outside the training: unknown</source>
        <translation>Farben außerhalb des Trainings: unbekannt</translation>
    </message>
    <message>
        <source>Less than %1 % of the tissue has colors outside the training</source>
        <translation>Weniger als %1 % des Gewebes haben Farben außerhalb des Trainings</translation>
    </message>
    <message>
        <source>%1 % of the tissue has colors outside the training</source>
        <translation>%1 % des Gewebes haben Farben außerhalb des Trainings</translation>
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
        <translation>Schnitte im Ordner</translation>
    </message>
    <message>
        <source>Choose a Folder of Slides</source>
        <translation>Ordner mit Schnitten wählen</translation>
    </message>
</context>
<context>
    <name>isostain::FolderPanel</name>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>Lists the slides of another folder</source>
        <translation>Listet die Schnitte eines anderen Ordners auf</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>Kopiert die Tabelle für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Slides that have been read</source>
        <translation>Schnitte, die gelesen sind</translation>
    </message>
    <message>
        <source>Slides of the folder</source>
        <translation>Schnitte des Ordners</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Open a slide, or choose a folder of slides.</source>
        <translation>Öffnen Sie einen Schnitt, oder wählen Sie einen Ordner mit Schnitten.</translation>
    </message>
    <message>
        <source>Looking for slides…</source>
        <translation>Schnitte werden gesucht…</translation>
    </message>
    <message>
        <source>There are no slides in this folder.</source>
        <translation>In diesem Ordner gibt es keine Schnitte.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slide(s) read</source>
        <translation>
            <numerusform>%1 von %n Schnitt gelesen</numerusform>
            <numerusform>%1 von %n Schnitten gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n Schnitt</numerusform>
            <numerusform>%n Schnitte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::FolderSlides</name>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
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
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Double click or Enter opens it</source>
        <translation>Doppelklick oder Eingabetaste öffnet ihn</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>Gewebe</translation>
    </message>
    <message>
        <source>Share of the slide that is tissue, without glass, pen marks and folds</source>
        <translation>Anteil des Schnitts, der Gewebe ist, ohne Glas, Stiftmarkierungen und Falten</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>Hämatoxylin</translation>
    </message>
    <message>
        <source>Its color and its largest amount (99th percentile) in this slide, by Macenko&apos;s method</source>
        <translation>Seine Farbe und seine größte Menge (99. Perzentil) in diesem Schnitt, nach dem Verfahren von Macenko</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Eosin</translation>
    </message>
    <message>
        <source>Mean color</source>
        <translation>Mittlere Farbe</translation>
    </message>
    <message>
        <source>Mean color of the tissue, CIE Lab</source>
        <translation>Mittlere Farbe des Gewebes, CIE Lab</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Of the mean color from the median of the folder (CIE ΔE*ab): large where a slide is stained unlike the others</source>
        <translation>Der mittleren Farbe vom Median des Ordners (CIE ΔE*ab): groß, wo ein Schnitt anders gefärbt ist als die übrigen</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileController</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileDock</name>
    <message>
        <source>Gray Value Profile</source>
        <translation>Grauwertprofil</translation>
    </message>
</context>
<context>
    <name>isostain::InterruptedBar</name>
    <message>
        <source>Resume training…</source>
        <translation>Training fortsetzen…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>“Resume Training…” in the menu Normalization does it then</source>
        <translation>„Training fortsetzen…“ im Menü Normalisierung tut es dann</translation>
    </message>
    <message>
        <source>The training “%1” was interrupted. It can be gone on with where it was.</source>
        <translation>Das Training „%1“ wurde unterbrochen. Es kann dort weitergehen, wo es war.</translation>
    </message>
    <message numerus="yes">
        <source>%n trainings were interrupted. They can be gone on with where they were.</source>
        <translation>
            <numerusform>%n Training wurde unterbrochen. Es kann dort weitergehen, wo es war.</numerusform>
            <numerusform>%n Trainings wurden unterbrochen. Sie können dort weitergehen, wo sie waren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::LossCharts</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>isostain::MainWindow</name>
    <message>
        <source>Slides and pictures (%1)</source>
        <translation>Schnitte und Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>A&amp;rrange Panes</source>
        <translation>Bildbereiche &amp;anordnen</translation>
    </message>
    <message>
        <source>&amp;Magnification</source>
        <translation>&amp;Vergrößerung</translation>
    </message>
    <message>
        <source>Orien&amp;tation</source>
        <translation>&amp;Drehung</translation>
    </message>
    <message>
        <source>&amp;Normalization</source>
        <translation>N&amp;ormalisierung</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>A&amp;nnotieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Drawn without graphics acceleration</source>
        <translation>Ohne Grafikbeschleunigung gezeichnet</translation>
    </message>
    <message>
        <source>The demo slide is ready: “Make a Demo Slide” opens it</source>
        <translation>Der Demoschnitt ist bereit: „Demoschnitt erzeugen“ öffnet ihn</translation>
    </message>
    <message>
        <source>Placed as %1 says</source>
        <translation>Platziert, wie %1 es angibt</translation>
    </message>
    <message>
        <source>The alignment is saved as %1</source>
        <translation>Die Ausrichtung ist als %1 gespeichert</translation>
    </message>
    <message>
        <source>The annotations are saved as %1</source>
        <translation>Die Annotationen sind als %1 gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations read from %1</source>
        <translation>
            <numerusform>%n Annotation aus %1 gelesen</numerusform>
            <numerusform>%n Annotationen aus %1 gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is copied</source>
        <translation>Die Ansicht ist kopiert</translation>
    </message>
    <message>
        <source>The view is saved as %1</source>
        <translation>Die Ansicht ist als %1 gespeichert</translation>
    </message>
    <message>
        <source>Open a Slide</source>
        <translation>Schnitt öffnen</translation>
    </message>
    <message>
        <source>Open a Second Scan of This Glass</source>
        <translation>Zweiten Scan dieses Objektträgers öffnen</translation>
    </message>
    <message>
        <source>Choose a Stain Profile</source>
        <translation>Färbeprofil wählen</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>Färbeprofile und Checkpoints (%1)</translation>
    </message>
    <message>
        <source>Preparing the stain profile… %1 %</source>
        <translation>Färbeprofil wird vorbereitet… %1 %</translation>
    </message>
    <message>
        <source>Making a demo slide… %1 %</source>
        <translation>Demoschnitt wird erzeugt… %1 %</translation>
    </message>
    <message>
        <source>Fitting the reference…</source>
        <translation>Referenz wird angepasst…</translation>
    </message>
    <message>
        <source>Opening the second scan…</source>
        <translation>Zweiter Scan wird geöffnet…</translation>
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
        <translation>Übersicht des Schnitts</translation>
    </message>
    <message>
        <source>Click or drag to go there</source>
        <translation>Klicken oder ziehen, um dorthin zu gehen</translation>
    </message>
</context>
<context>
    <name>isostain::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>isostain::OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>isostain::OrientationController</name>
    <message>
        <source>Shows the slide upright again</source>
        <translation>Zeigt den Schnitt wieder aufrecht</translation>
    </message>
    <message>
        <source>Turned by %1°</source>
        <translation>Um %1° gedreht</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Mirrored, %1</source>
        <translation>Gespiegelt, %1</translation>
    </message>
</context>
<context>
    <name>isostain::PagesWindow</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>isostain::PaneHeader</name>
    <message>
        <source>Close this pane</source>
        <translation>Diesen Bildbereich schließen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What this pane shows: %1</source>
        <translation>Was dieser Bildbereich zeigt: %1</translation>
    </message>
</context>
<context>
    <name>isostain::PaneMenu</name>
    <message>
        <source>&amp;Open a Second Scan of This Glass…</source>
        <translation>&amp;Zweiten Scan dieses Objektträgers öffnen…</translation>
    </message>
    <message>
        <source>&amp;Align the Second Scan…</source>
        <translation>Zweiten Scan &amp;ausrichten…</translation>
    </message>
    <message>
        <source>&amp;Load an Alignment…</source>
        <translation>Ausrichtung &amp;laden…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Alignment…</source>
        <translation>Ausrichtung &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Close This Pane</source>
        <translation>Diesen Bildbereich s&amp;chließen</translation>
    </message>
    <message>
        <source>Align the scan first.</source>
        <translation>Richten Sie zuerst den Scan aus.</translation>
    </message>
</context>
<context>
    <name>isostain::PaneSet</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>isostain::ParameterForm</name>
    <message>
        <source>Another number gives other random choices; the same one repeats them</source>
        <translation>Eine andere Zahl ergibt andere Zufallsentscheidungen; dieselbe wiederholt sie</translation>
    </message>
</context>
<context>
    <name>isostain::PastStudiesWindow</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Past Trainings</source>
        <translation>Frühere Trainings</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Losses and measurements of two or more studies side by side</source>
        <translation>Verluste und Messungen von zwei oder mehr Studien nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking for studies…</source>
        <translation>Studien werden gesucht…</translation>
    </message>
    <message>
        <source>There are no studies in %1.</source>
        <translation>In %1 gibt es keine Studien.</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>Die Ergebnisse werden gelesen…</translation>
    </message>
    <message>
        <source>“%1” is deleted for good, with everything that it has trained and measured. Profiles that you have kept stay.</source>
        <translation>„%1“ wird endgültig gelöscht, mit allem, was sie trainiert und gemessen hat. Profile, die Sie behalten haben, bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</source>
        <translation>
            <numerusform>%n Studie wird endgültig gelöscht, mit allem, was sie trainiert und gemessen hat. Profile, die Sie behalten haben, bleiben.</numerusform>
            <numerusform>%n Studien werden endgültig gelöscht, mit allem, was sie trainiert und gemessen haben. Profile, die Sie behalten haben, bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Studies?</source>
        <translation>Studien löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
</context>
<context>
    <name>isostain::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>isostain::PlanPage</name>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Methods to compare</source>
        <translation>Zu vergleichende &amp;Verfahren</translation>
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
        <translation>&amp;Klassifikator</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>What is trained and compared, and what that takes on this computer.</source>
        <translation>Was trainiert und verglichen wird und was das auf diesem Computer braucht.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>Parameter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Takes the preset&apos;s values again</source>
        <translation>Übernimmt wieder die Werte der Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Voreinstellung:</translation>
    </message>
    <message>
        <source>Source, untouched</source>
        <translation>Quelle, unverändert</translation>
    </message>
    <message>
        <source>Width of the generators:</source>
        <translation>Breite der Generatoren:</translation>
    </message>
    <message>
        <source>Channels of the first layer; the paper has 64</source>
        <translation>Kanäle der ersten Schicht; in der Veröffentlichung 64</translation>
    </message>
    <message>
        <source>Residual blocks:</source>
        <translation>Residualblöcke:</translation>
    </message>
    <message>
        <source>Width of the discriminators:</source>
        <translation>Breite der Diskriminatoren:</translation>
    </message>
    <message>
        <source>Halvings of the discriminators:</source>
        <translation>Halbierungen der Diskriminatoren:</translation>
    </message>
    <message>
        <source>3 look at patches of 70×70 pixels, as published</source>
        <translation>3 betrachten Ausschnitte von 70×70 Pixeln, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Crop, pixels:</source>
        <translation>Ausschnitt, Pixel:</translation>
    </message>
    <message>
        <source>Side of the squares cut from each image; a multiple of 4</source>
        <translation>Seite der Quadrate, die aus jedem Bild geschnitten werden; ein Vielfaches von 4</translation>
    </message>
    <message>
        <source>Images per step:</source>
        <translation>Bilder je Schritt:</translation>
    </message>
    <message>
        <source>Epochs of constant rate:</source>
        <translation>Epochen mit gleicher Rate:</translation>
    </message>
    <message>
        <source>Epochs of falling rate:</source>
        <translation>Epochen mit fallender Rate:</translation>
    </message>
    <message>
        <source>With the schedule of the published code alone</source>
        <translation>Nur mit dem Zeitplan des veröffentlichten Codes</translation>
    </message>
    <message>
        <source>Steps per epoch:</source>
        <translation>Schritte je Epoche:</translation>
    </message>
    <message>
        <source>0: as many as show every image once</source>
        <translation>0: so viele, dass jedes Bild einmal gezeigt wird</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>Zeitplan:</translation>
    </message>
    <message>
        <source>As in the paper: constant, then stop</source>
        <translation>Wie in der Veröffentlichung: gleich, dann Ende</translation>
    </message>
    <message>
        <source>As in the published code: constant, then falling</source>
        <translation>Wie im veröffentlichten Code: gleich, dann fallend</translation>
    </message>
    <message>
        <source>Generators begin:</source>
        <translation>Generatoren beginnen:</translation>
    </message>
    <message>
        <source>Random, as published</source>
        <translation>Zufällig, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>Das Bild kopierend</translation>
    </message>
    <message>
        <source>Copying needs a width of 12 or more</source>
        <translation>Kopieren braucht eine Breite von 12 oder mehr</translation>
    </message>
    <message>
        <source>Warm-up steps:</source>
        <translation>Aufwärmschritte:</translation>
    </message>
    <message>
        <source>First steps with the identity loss alone</source>
        <translation>Erste Schritte nur mit dem Identitätsverlust</translation>
    </message>
    <message>
        <source>Learning rate:</source>
        <translation>Lernrate:</translation>
    </message>
    <message>
        <source>Adam, beta 1:</source>
        <translation>Adam, Beta 1:</translation>
    </message>
    <message>
        <source>Adam, beta 2:</source>
        <translation>Adam, Beta 2:</translation>
    </message>
    <message>
        <source>Weight of the cycle loss:</source>
        <translation>Gewicht des Zyklusverlusts:</translation>
    </message>
    <message>
        <source>Weight of the identity loss:</source>
        <translation>Gewicht des Identitätsverlusts:</translation>
    </message>
    <message>
        <source>Past results shown again:</source>
        <translation>Noch einmal gezeigte frühere Ergebnisse:</translation>
    </message>
    <message>
        <source>Steps per point of the curves:</source>
        <translation>Schritte je Punkt der Kurven:</translation>
    </message>
    <message>
        <source>Minutes between saves, at most:</source>
        <translation>Minuten zwischen Speicherungen, höchstens:</translation>
    </message>
    <message>
        <source>Device:</source>
        <translation>Gerät:</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>Grafikkarte, wo es eine gibt</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Precision on a graphics card:</source>
        <translation>Genauigkeit auf einer Grafikkarte:</translation>
    </message>
    <message>
        <source>bfloat16 where it has it</source>
        <translation>bfloat16, wo sie es hat</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>Startwert:</translation>
    </message>
    <message>
        <source>Recipe:</source>
        <translation>Rezept:</translation>
    </message>
    <message>
        <source>Fast: shuffled pixels, Adam</source>
        <translation>Schnell: gemischte Pixel, Adam</translation>
    </message>
    <message>
        <source>As published: crops, SGD</source>
        <translation>Wie veröffentlicht: Ausschnitte, SGD</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>Kanäle:</translation>
    </message>
    <message>
        <source>Between the layers; the paper has 32</source>
        <translation>Zwischen den Schichten; in der Veröffentlichung 32</translation>
    </message>
    <message>
        <source>Weight of keeping white:</source>
        <translation>Gewicht der Weißerhaltung:</translation>
    </message>
    <message>
        <source>Steps (fast):</source>
        <translation>Schritte (schnell):</translation>
    </message>
    <message>
        <source>Pixels per step (fast):</source>
        <translation>Pixel je Schritt (schnell):</translation>
    </message>
    <message>
        <source>Learning rate (fast):</source>
        <translation>Lernrate (schnell):</translation>
    </message>
    <message>
        <source>Epochs (published):</source>
        <translation>Epochen (veröffentlicht):</translation>
    </message>
    <message>
        <source>Learning rate (published):</source>
        <translation>Lernrate (veröffentlicht):</translation>
    </message>
    <message>
        <source>Images per step (published):</source>
        <translation>Bilder je Schritt (veröffentlicht):</translation>
    </message>
    <message>
        <source>Crop, pixels (published):</source>
        <translation>Ausschnitt, Pixel (veröffentlicht):</translation>
    </message>
    <message>
        <source>Epochs between tests (published):</source>
        <translation>Epochen zwischen Tests (veröffentlicht):</translation>
    </message>
    <message>
        <source>Squares measured, pixels:</source>
        <translation>Gemessene Quadrate, Pixel:</translation>
    </message>
    <message>
        <source>Test images are measured in squares of this side; 0: whole images</source>
        <translation>Testbilder werden in Quadraten dieser Seite gemessen; 0: ganze Bilder</translation>
    </message>
    <message>
        <source>Epochs:</source>
        <translation>Epochen:</translation>
    </message>
    <message>
        <source>Weight decay:</source>
        <translation>Weight Decay:</translation>
    </message>
    <message>
        <source>As in the published code: two steps</source>
        <translation>Wie im veröffentlichten Code: zwei Stufen</translation>
    </message>
    <message>
        <source>As in the paper: cosine</source>
        <translation>Wie in der Veröffentlichung: Kosinus</translation>
    </message>
    <message>
        <source>Layers trained:</source>
        <translation>Trainierte Schichten:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>Die letzte</translation>
    </message>
    <message>
        <source>Images resampled to, pixels:</source>
        <translation>Bilder umgerechnet auf, Pixel:</translation>
    </message>
    <message>
        <source>0: taken as they are; else at least 17</source>
        <translation>0: wie sie sind; sonst mindestens 17</translation>
    </message>
    <message>
        <source>Width of an untrained network:</source>
        <translation>Breite eines untrainierten Netzes:</translation>
    </message>
    <message>
        <source>Repeats:</source>
        <translation>Wiederholungen:</translation>
    </message>
    <message>
        <source>Choose what the study does.</source>
        <translation>Wählen Sie, was die Studie tut.</translation>
    </message>
    <message>
        <source>There is not enough space where the study is kept. Free some, or choose another folder on the first page.</source>
        <translation>Wo die Studie liegt, ist nicht genug Platz. Schaffen Sie welchen, oder wählen Sie auf der ersten Seite einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Measuring how long it takes on this computer…</source>
        <translation>Es wird gemessen, wie lange es auf diesem Computer dauert…</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <source>In all about %1 on %2, and %3 on the disk.</source>
        <translation>Insgesamt etwa %1 auf %2 und %3 auf dem Datenträger.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>How long it takes is not known. %1</source>
        <translation>Wie lange es dauert, ist nicht bekannt. %1</translation>
    </message>
</context>
<context>
    <name>isostain::PreviewPanel</name>
    <message>
        <source>Previews</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Previews appear when the networks have learned a while.</source>
        <translation>Die Vorschau erscheint, wenn die Netze eine Weile gelernt haben.</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileChart</name>
    <message>
        <source>Gray value</source>
        <translation>Grauwert</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileInspector</name>
    <message>
        <source>Looks like red %1, green %2, blue %3 on the slide</source>
        <translation>Sieht auf dem Schnitt wie Rot %1, Grün %2, Blau %3 aus</translation>
    </message>
    <message>
        <source>What is in the stain profile</source>
        <translation>Was im Färbeprofil steht</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManager</name>
    <message>
        <source>Published H&amp;E colors; needs no image of yours</source>
        <translation>Veröffentlichte H&amp;E-Farben; braucht kein Bild von Ihnen</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Import Stain Profiles</source>
        <translation>Färbeprofile importieren</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>Färbeprofile und Checkpoints (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManagerDialog</name>
    <message>
        <source>Bundled</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>Veröffentlichte H&amp;E-Referenz</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>No profiles of yours yet: import one</source>
        <translation>Noch keine eigenen Profile: Importieren Sie eines</translation>
    </message>
    <message>
        <source>Stain Profiles</source>
        <translation>Färbeprofile</translation>
    </message>
    <message>
        <source>Stain profiles</source>
        <translation>Färbeprofile</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Takes stain profiles and StainNet checkpoints into the library</source>
        <translation>Nimmt Färbeprofile und StainNet-Checkpoints in die Bibliothek auf</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Changes the name of a profile of the library (F2)</source>
        <translation>Ändert den Namen eines Profils der Bibliothek (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>Moves a profile of the library to the trash (Del)</source>
        <translation>Verschiebt ein Profil der Bibliothek in den Papierkorb (Entf)</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copies everything shown here, with all digits</source>
        <translation>Kopiert alles hier Gezeigte, mit allen Stellen</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Normalizes the slide in the main window with this profile</source>
        <translation>Normalisiert den Schnitt im Hauptfenster mit diesem Profil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose a stain profile to see what is in it.</source>
        <translation>Wählen Sie ein Färbeprofil, um zu sehen, was darin steht.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Delete for Good?</source>
        <translation>Endgültig löschen?</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash. If it is deleted for good, it cannot be brought back.</source>
        <translation>%1 konnte nicht in den Papierkorb verschoben werden. Wird es endgültig gelöscht, kann es nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileMenu</name>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>None (source only)</source>
        <translation>Keines (nur Quelle)</translation>
    </message>
    <message>
        <source>Shows the slide as it was scanned</source>
        <translation>Zeigt den Schnitt, wie er gescannt wurde</translation>
    </message>
    <message>
        <source>&amp;Browse for a Profile…</source>
        <translation>Profil &amp;suchen…</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>Veröffentlichte H&amp;E-Referenz</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePicker</name>
    <message>
        <source>Stain profile</source>
        <translation>Färbeprofil</translation>
    </message>
    <message>
        <source>Source only</source>
        <translation>Nur Quelle</translation>
    </message>
    <message>
        <source>Choose a stain profile to see the normalized view</source>
        <translation>Wählen Sie ein Färbeprofil, um die normalisierte Ansicht zu sehen</translation>
    </message>
    <message>
        <source>Normalized with the stain profile %1</source>
        <translation>Normalisiert mit dem Färbeprofil %1</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePlot</name>
    <message>
        <source>Whole line</source>
        <translation>Ganze Linie</translation>
    </message>
    <message>
        <source>Show the whole line and all gray values (Home)</source>
        <translation>Die ganze Linie und alle Grauwerte zeigen (Pos1)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the chart as a picture, a drawing or a table</source>
        <translation>Das Diagramm als Bild, Zeichnung oder Tabelle speichern</translation>
    </message>
    <message>
        <source>Drag a line across the tissue</source>
        <translation>Ziehen Sie eine Linie über das Gewebe</translation>
    </message>
    <message>
        <source>Gray values along the line</source>
        <translation>Grauwerte entlang der Linie</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Gray values are averaged across the line over this many pixels</source>
        <translation>Grauwerte werden quer zur Linie über so viele Pixel gemittelt</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>Breite der Linie</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>&amp;Breite:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chart or its values</source>
        <translation>Das Diagramm oder seine Werte kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>&amp;Werte kopieren</translation>
    </message>
    <message>
        <source>Save the Gray Value Profile</source>
        <translation>Grauwertprofil speichern</translation>
    </message>
    <message>
        <source>gray-value-profile</source>
        <translation>grauwertprofil</translation>
    </message>
</context>
<context>
    <name>isostain::PropertiesDialog</name>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Slide Properties</source>
        <translation>Eigenschaften des Schnitts</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>in der Datei nicht angegeben</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 pixels, %n level(s)</source>
        <translation>
            <numerusform>%1 × %2 Pixel, %n Ebene</numerusform>
            <numerusform>%1 × %2 Pixel, %n Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>Pixelgröße:</translation>
    </message>
    <message>
        <source>%1 × %2 µm</source>
        <translation>%1 × %2 µm</translation>
    </message>
    <message>
        <source>Objective:</source>
        <translation>Objektiv:</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Color profile:</source>
        <translation>Farbprofil:</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>Namen und Werte durchsuchen</translation>
    </message>
</context>
<context>
    <name>isostain::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (nicht gefunden)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>isostain::ReferenceMaker</name>
    <message>
        <source>&amp;Use This Region as the Reference</source>
        <translation>&amp;Diesen Bereich als Referenz verwenden</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Use This Region as the Reference</source>
        <translation>Diesen Bereich als Referenz verwenden</translation>
    </message>
    <message>
        <source>Name of the stain profile that brings slides to the colors of this region:</source>
        <translation>Name des Färbeprofils, das Schnitte auf die Farben dieses Bereichs bringt:</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Es gibt bereits ein Profil mit diesem Namen. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>isostain::RemarkList</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>The data looks all right.</source>
        <translation>Die Daten sehen gut aus.</translation>
    </message>
</context>
<context>
    <name>isostain::ResultTable</name>
    <message>
        <source>Show the &amp;paper&apos;s values</source>
        <translation>Werte der &amp;Veröffentlichung zeigen</translation>
    </message>
    <message>
        <source>Kang et al. 2021, Tables 1 to 4: other images, so other numbers</source>
        <translation>Kang et al. 2021, Tabellen 1 bis 4: andere Bilder, daher andere Zahlen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>Kopiert die Tabelle für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>* the best of its column</source>
        <translation>* der beste Wert der Spalte</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
</context>
<context>
    <name>isostain::ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Name of the stain profile</source>
        <translation>Name des Färbeprofils</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Profil:</translation>
    </message>
    <message>
        <source>&amp;Keep as stain profile</source>
        <translation>Als &amp;Färbeprofil behalten</translation>
    </message>
    <message>
        <source>&amp;Show on current slide</source>
        <translation>Auf dem Schnitt &amp;zeigen</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>As a web page and as PDF</source>
        <translation>Als Webseite und als PDF</translation>
    </message>
    <message>
        <source>What the study found. Keep the trained network as a stain profile to use it on slides.</source>
        <translation>Was die Studie ergeben hat. Behalten Sie das trainierte Netz als Färbeprofil, um es auf Schnitte anzuwenden.</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>Die Ergebnisse werden gelesen…</translation>
    </message>
</context>
<context>
    <name>isostain::ResumeBar</name>
    <message>
        <source>Resume…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Forgets the export. Slides that are finished stay where they are.</source>
        <translation>Vergisst den Export. Fertige Schnitte bleiben, wo sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>An export was interrupted: %1 of %n slide(s) are left.</source>
        <translation>
            <numerusform>Ein Export wurde unterbrochen: %1 von %n Schnitt ist übrig.</numerusform>
            <numerusform>Ein Export wurde unterbrochen: %1 von %n Schnitten sind übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>An export was interrupted and cannot be resumed. %1</source>
        <translation>Ein Export wurde unterbrochen und kann nicht fortgesetzt werden. %1</translation>
    </message>
</context>
<context>
    <name>isostain::RunPage</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>Pro&amp;tokoll</translation>
    </message>
    <message>
        <source>The study began.</source>
        <translation>Die Studie hat begonnen.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Saves what is learned. The study can be gone on with later.</source>
        <translation>Speichert das Gelernte. Die Studie kann später weitergehen.</translation>
    </message>
    <message>
        <source>Continue in bac&amp;kground</source>
        <translation>Im &amp;Hintergrund weiter</translation>
    </message>
    <message>
        <source>Closes this window; the main window shows how far the training is.</source>
        <translation>Schließt dieses Fenster; das Hauptfenster zeigt, wie weit das Training ist.</translation>
    </message>
    <message>
        <source>&amp;Resume training</source>
        <translation>&amp;Training fortsetzen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>The study runs step by step. It can be paused, or stopped and gone on with later, also after a crash.</source>
        <translation>Die Studie läuft Schritt für Schritt. Sie kann pausiert oder angehalten werden und später weitergehen, auch nach einem Absturz.</translation>
    </message>
    <message>
        <source>The study is running.</source>
        <translation>Die Studie läuft.</translation>
    </message>
    <message>
        <source>The study has not finished.</source>
        <translation>Die Studie ist nicht beendet.</translation>
    </message>
    <message>
        <source>The study is finished.</source>
        <translation>Die Studie ist beendet.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Stopping: what is learned is being saved…</source>
        <translation>Wird angehalten: Das Gelernte wird gespeichert…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>Stopped. Everything is saved: “Resume training” goes on where it was.</source>
        <translation>Angehalten. Alles ist gespeichert: „Training fortsetzen“ macht dort weiter, wo es war.</translation>
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
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>Scale bar: %1</source>
        <translation>Maßstab: %1</translation>
    </message>
</context>
<context>
    <name>isostain::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Parts of slides kept in memory, so that they show at once when you come back to them</source>
        <translation>Teile von Schnitten, die im Speicher bleiben, damit sie sofort da sind, wenn Sie zu ihnen zurückkehren</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>Einer je Prozessorkern (%1)</translation>
    </message>
    <message>
        <source>&amp;Remember the slides and profiles opened lately</source>
        <translation>Zuletzt geöffnete Schnitte und Profile &amp;merken</translation>
    </message>
    <message>
        <source>&amp;Open the last slide at the next start, where it was left</source>
        <translation>Beim nächsten Start den letzten Schnitt &amp;öffnen, wo er verlassen wurde</translation>
    </message>
    <message>
        <source>The number of threads takes effect when Isostain is started again.</source>
        <translation>Die Zahl der Threads gilt erst, wenn Isostain neu gestartet wird.</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Aussehen:</translation>
    </message>
    <message>
        <source>&amp;Memory for slides:</source>
        <translation>Speicher für &amp;Schnitte:</translation>
    </message>
    <message>
        <source>&amp;Threads that read slides:</source>
        <translation>&amp;Threads, die Schnitte lesen:</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>An export or a training is running: choose another language when it has ended</source>
        <translation>Ein Export oder ein Training läuft: Wählen Sie eine andere Sprache, wenn es beendet ist</translation>
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
        <translation>Die Quelle zeigen, solange gedrückt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>Den Schnitt verschieben</translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation>Ziehen, Pfeiltasten</translation>
    </message>
    <message>
        <source>Turn the slide</source>
        <translation>Den Schnitt drehen</translation>
    </message>
    <message>
        <source>Shift and drag, two fingers</source>
        <translation>Umschalt und Ziehen, zwei Finger</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Mouse wheel, pinch, double click</source>
        <translation>Mausrad, Spreizen, Doppelklick</translation>
    </message>
    <message>
        <source>Make a pane the main one</source>
        <translation>Einen Bildbereich zum Hauptbereich machen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Choose what a pane shows</source>
        <translation>Wählen, was ein Bildbereich zeigt</translation>
    </message>
    <message>
        <source>Click its name</source>
        <translation>Klick auf seinen Namen</translation>
    </message>
    <message>
        <source>Move the curtain</source>
        <translation>Den Vorhang verschieben</translation>
    </message>
    <message>
        <source>Drag its line, Shift+Left, Shift+Right</source>
        <translation>Ziehen an seiner Linie, Umschalt+Links, Umschalt+Rechts</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>Zu&amp;weisen</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>New &amp;keys:</source>
        <translation>&amp;Neue Tasten:</translation>
    </message>
    <message>
        <source>Gestures of the mouse cannot be changed.</source>
        <translation>Gesten der Maus können nicht geändert werden.</translation>
    </message>
    <message>
        <source>Press the new keys in the field first.</source>
        <translation>Drücken Sie zuerst die neuen Tasten im Feld.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose other keys, or free them there first.</source>
        <translation>%1 gehört zu „%2“. Wählen Sie andere Tasten, oder geben Sie diese dort zuerst frei.</translation>
    </message>
</context>
<context>
    <name>isostain::SidePanel</name>
    <message>
        <source>Pictures: %1</source>
        <translation>Bilder: %1</translation>
    </message>
</context>
<context>
    <name>isostain::StatusLine</name>
    <message>
        <source>How much of this slide&apos;s tissue has colors that the stain profile has never seen</source>
        <translation>Wie viel vom Gewebe dieses Schnitts Farben hat, die das Färbeprofil nie gesehen hat</translation>
    </message>
    <message>
        <source>Level of the slide&apos;s pyramid that is drawn, and its size against the full resolution</source>
        <translation>Ebene der Pyramide des Schnitts, die gezeichnet wird, und ihre Größe gegenüber der vollen Auflösung</translation>
    </message>
    <message>
        <source>Magnification on the screen</source>
        <translation>Vergrößerung auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Size of the tissue under one pixel of the screen</source>
        <translation>Größe des Gewebes unter einem Pixel des Bildschirms</translation>
    </message>
</context>
<context>
    <name>isostain::StepChoice</name>
    <message>
        <source>Needs test pairs: choose them on the first page.</source>
        <translation>Braucht Testpaare: Wählen Sie sie auf der ersten Seite.</translation>
    </message>
    <message>
        <source>Needs whole slides: choose them on the first page, under More.</source>
        <translation>Braucht ganze Schnitte: Wählen Sie sie auf der ersten Seite unter „Mehr“.</translation>
    </message>
    <message>
        <source>Needs labelled images: choose them on the first page, under More.</source>
        <translation>Braucht Bilder mit Klassen: Wählen Sie sie auf der ersten Seite unter „Mehr“.</translation>
    </message>
</context>
<context>
    <name>isostain::StepProgressList</name>
    <message>
        <source>Done in %1</source>
        <translation>Fertig in %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
</context>
<context>
    <name>isostain::Thumbnails</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::TrainingController</name>
    <message>
        <source>Shows the training</source>
        <translation>Zeigt das Training</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Es gibt bereits ein Profil mit diesem Namen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Keeping the profile…</source>
        <translation>Das Profil wird behalten…</translation>
    </message>
    <message>
        <source>Kept as “%1”: it is among the profiles of the main window now.</source>
        <translation>Behalten als „%1“: Es ist nun unter den Profilen des Hauptfensters.</translation>
    </message>
    <message>
        <source>Open a slide in the main window first.</source>
        <translation>Öffnen Sie zuerst einen Schnitt im Hauptfenster.</translation>
    </message>
    <message>
        <source>There is no room for another pane. Close one in the main window first.</source>
        <translation>Für einen weiteren Bildbereich ist kein Platz. Schließen Sie zuerst einen im Hauptfenster.</translation>
    </message>
    <message>
        <source>The main window shows it in a new pane.</source>
        <translation>Das Hauptfenster zeigt es in einem neuen Bildbereich.</translation>
    </message>
    <message>
        <source>Folder for the Report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>Training: pausiert</translation>
    </message>
    <message>
        <source>Training: %1, %2 %</source>
        <translation>Training: %1, %2 %</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Training…</translation>
    </message>
    <message>
        <source>Stop the Training and Close?</source>
        <translation>Training anhalten und schließen?</translation>
    </message>
    <message>
        <source>A training is running. If it is stopped, what it has learned is saved, and it can be gone on with later.</source>
        <translation>Ein Training läuft. Wird es angehalten, ist das Gelernte gespeichert, und es kann später weitergehen.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>Anhalten und &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>&amp;Weiter trainieren</translation>
    </message>
</context>
<context>
    <name>isostain::TrainingWizard</name>
    <message>
        <source>Train a Normalizer</source>
        <translation>Normalisierer trainieren</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Zurück</translation>
    </message>
    <message>
        <source>Ne&amp;xt &gt;</source>
        <translation>&amp;Weiter &gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>These are the values of the study that is running.</source>
        <translation>Dies sind die Werte der laufenden Studie.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Training beginnen</translation>
    </message>
    <message>
        <source>Res&amp;ults &gt;</source>
        <translation>&amp;Ergebnisse &gt;</translation>
    </message>
    <message>
        <source>Close While the Study Runs?</source>
        <translation>Schließen, während die Studie läuft?</translation>
    </message>
    <message>
        <source>A study is running. It can run on in the background, or be stopped: what is learned is saved, and it can be gone on with later.</source>
        <translation>Eine Studie läuft. Sie kann im Hintergrund weiterlaufen oder angehalten werden: Das Gelernte wird gespeichert, und sie kann später weitergehen.</translation>
    </message>
    <message>
        <source>Continue in &amp;background</source>
        <translation>Im &amp;Hintergrund weiter</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>Anhalten und &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
</context>
<context>
    <name>isostain::ViewArea</name>
    <message>
        <source>Slide</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>isostain::ViewSaver</name>
    <message>
        <source>Save View</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>As on the &amp;screen, %1</source>
        <translation>Wie auf dem &amp;Bildschirm, %1</translation>
    </message>
    <message>
        <source>At &amp;full resolution: too large, zoom in first</source>
        <translation>In &amp;voller Auflösung: zu groß, vergrößern Sie zuerst</translation>
    </message>
    <message>
        <source>At &amp;full resolution, %1</source>
        <translation>In &amp;voller Auflösung, %1</translation>
    </message>
    <message>
        <source>&amp;Names of the panes</source>
        <translation>&amp;Namen der Bildbereiche</translation>
    </message>
    <message>
        <source>On the screen they are part of the view</source>
        <translation>Auf dem Bildschirm gehören sie zur Ansicht</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <source>The picture has the slide&apos;s own colors: what is set for the screen alone is left out.</source>
        <translation>Das Bild hat die eigenen Farben des Schnitts: Was nur für den Bildschirm gilt, bleibt weg.</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing the view at full resolution…</source>
        <translation>Die Ansicht wird in voller Auflösung gezeichnet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Öff&amp;nen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Slide &amp;Properties…</source>
        <translation>Eigenscha&amp;ften des Schnitts…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>N&amp;eues Fenster</translation>
    </message>
    <message>
        <source>Opens one more window, for another slide</source>
        <translation>Öffnet ein weiteres Fenster, für einen anderen Schnitt</translation>
    </message>
    <message>
        <source>&amp;Close Slide</source>
        <translation>&amp;Schnitt schließen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Eins&amp;tellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Cop&amp;y View</source>
        <translation>Ansicht &amp;kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Save View…</source>
        <translation>Ansicht s&amp;peichern…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>Nebene&amp;inander</translation>
    </message>
    <message>
        <source>&amp;Curtain</source>
        <translation>V&amp;orhang</translation>
    </message>
    <message>
        <source>Si&amp;ngle View</source>
        <translation>Ein&amp;zelansicht</translation>
    </message>
    <message>
        <source>&amp;Add Pane</source>
        <translation>Bildbereich &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Shows one more stain profile beside the others</source>
        <translation>Zeigt ein weiteres Färbeprofil neben den anderen</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>&amp;Nächster Bildbereich</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Makes the next pane the main one, which a single view shows</source>
        <translation>Macht den nächsten Bildbereich zum Hauptbereich, den eine Einzelansicht zeigt</translation>
    </message>
    <message>
        <source>C&amp;lose Pane</source>
        <translation>Bi&amp;ldbereich schließen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Gra&amp;y Value Profile</source>
        <translation>G&amp;rauwertprofil</translation>
    </message>
    <message>
        <source>Plots the gray values along a line that you draw across the tissue</source>
        <translation>Zeichnet die Grauwerte entlang einer Linie, die Sie über das Gewebe ziehen</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>Shows the whole slide in a corner, with the part that is on the screen</source>
        <translation>Zeigt in einer Ecke den ganzen Schnitt, mit dem Teil, der auf dem Bildschirm ist</translation>
    </message>
    <message>
        <source>Scale &amp;Bar</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Fit Slide to Window</source>
        <translation>S&amp;chnitt einpassen</translation>
    </message>
    <message>
        <source>Actual Pixels (&amp;1:1)</source>
        <translation>Tatsächliche &amp;Pixel (1:1)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Turn Left by 5°</source>
        <translation>Um 5° nach l&amp;inks</translation>
    </message>
    <message>
        <source>T&amp;urn Right by 5°</source>
        <translation>Um 5° nach r&amp;echts</translation>
    </message>
    <message>
        <source>Mirror &amp;Horizontally</source>
        <translation>&amp;Waagrecht spiegeln</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Mirror &amp;Vertically</source>
        <translation>&amp;Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>U&amp;pright</source>
        <translation>&amp;Aufrecht</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>Weder gedreht noch gespiegelt</translation>
    </message>
    <message>
        <source>Slid&amp;es in the Folder</source>
        <translation>&amp;Schnitte im Ordner</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Lists the slides beside this one, with how each is stained</source>
        <translation>Listet die Schnitte neben diesem auf, mit der Färbung eines jeden</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark</source>
        <translation>Lesezeichen &amp;setzen</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;List of Bookmarks</source>
        <translation>&amp;Liste der Lesezeichen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Bri&amp;ghtness and Color…</source>
        <translation>Helligkeit &amp;und Farbe…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rü&amp;ckgängig</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>W&amp;iederholen</translation>
    </message>
    <message>
        <source>&amp;Move the Slide</source>
        <translation>Schnitt &amp;verschieben</translation>
    </message>
    <message>
        <source>&amp;Select Annotations</source>
        <translation>Annotationen aus&amp;wählen</translation>
    </message>
    <message>
        <source>Draw &amp;Points</source>
        <translation>&amp;Punkte zeichnen</translation>
    </message>
    <message>
        <source>Draw and M&amp;easure Lines</source>
        <translation>&amp;Linien zeichnen und messen</translation>
    </message>
    <message>
        <source>Draw &amp;Rectangles</source>
        <translation>&amp;Rechtecke zeichnen</translation>
    </message>
    <message>
        <source>Draw Pol&amp;ygons</source>
        <translation>Pol&amp;ygone zeichnen</translation>
    </message>
    <message>
        <source>Draw &amp;Freehand</source>
        <translation>&amp;Freihand zeichnen</translation>
    </message>
    <message>
        <source>&amp;List of Annotations</source>
        <translation>Lis&amp;te der Annotationen</translation>
    </message>
    <message>
        <source>Sho&amp;w Annotations</source>
        <translation>Annotationen &amp;zeigen</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>L&amp;oad Annotations…</source>
        <translation>Annotationen la&amp;den…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Annotations…</source>
        <translation>Annotationen &amp;speichern…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>Präsen&amp;tation</translation>
    </message>
    <message>
        <source>Full screen with the slide alone, without file names, labels and tools</source>
        <translation>Vollbild nur mit dem Schnitt, ohne Dateinamen, Etiketten und Werkzeuge</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>&amp;Normalize</source>
        <translation>&amp;Normalisieren</translation>
    </message>
    <message>
        <source>Turns the normalization on and off</source>
        <translation>Schaltet die Normalisierung ein und aus</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>Profile &amp;verwalten…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Train Normalizer…</source>
        <translation>Normalisierer &amp;trainieren…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>P&amp;ast Trainings…</source>
        <translation>&amp;Frühere Trainings…</translation>
    </message>
    <message>
        <source>&amp;Resume Training…</source>
        <translation>T&amp;raining fortsetzen…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>&amp;Demoschnitt erzeugen</translation>
    </message>
    <message>
        <source>Isostain &amp;Help</source>
        <translation>Isostain-&amp;Hilfe</translation>
    </message>
    <message>
        <source>Ctrl+?</source>
        <translation>Ctrl+?</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse…</source>
        <translation>&amp;Tastatur und Maus…</translation>
    </message>
    <message>
        <source>&amp;About Isostain</source>
        <translation>&amp;Über Isostain</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerPane</name>
    <message>
        <source>No second scan is open in this pane.</source>
        <translation>In diesem Bildbereich ist kein zweiter Scan geöffnet.</translation>
    </message>
    <message>
        <source>Choose a stain profile first.</source>
        <translation>Wählen Sie zuerst ein Färbeprofil.</translation>
    </message>
    <message>
        <source>This method is fitted to each slide: there are no training colors to compare with.</source>
        <translation>Dieses Verfahren wird an jeden Schnitt angepasst: Es gibt keine Trainingsfarben zum Vergleichen.</translation>
    </message>
    <message>
        <source>Not for networks that look at neighboring pixels.</source>
        <translation>Nicht für Netze, die benachbarte Pixel betrachten.</translation>
    </message>
    <message>
        <source>The share of colors outside the training is unknown: the profile does not say which colors it was trained on.</source>
        <translation>Der Anteil der Farben außerhalb des Trainings ist unbekannt: Das Profil sagt nicht, mit welchen Farben es trainiert wurde.</translation>
    </message>
    <message>
        <source>being fitted, source shown</source>
        <translation>wird angepasst, zeigt Quelle</translation>
    </message>
    <message>
        <source>not fitted, source shown</source>
        <translation>nicht angepasst, zeigt Quelle</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>check colors</source>
        <translation>Farben prüfen</translation>
    </message>
    <message>
        <source>Preparing the stain profile…</source>
        <translation>Färbeprofil wird vorbereitet…</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <source>Trust map</source>
        <translation>Vertrauenskarte</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a stain and the method that separates it</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 by published stains</source>
        <translation>%1 nach veröffentlichten Färbungen</translation>
    </message>
    <message>
        <source>being prepared, source shown</source>
        <translation>wird vorbereitet, zeigt Quelle</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
</context>
<context>
    <name>isostain::ZoomBox</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Magnification on the screen: choose one, or write 12x, 50 % or Fit</source>
        <translation>Vergrößerung auf dem Bildschirm: Wählen Sie eine, oder schreiben Sie 12x, 50 % oder Einpassen</translation>
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
        <translation>Schreiben Sie eine Vergrößerung wie 12x, oder 50 %, oder Einpassen.</translation>
    </message>
    <message>
        <source>The slide does not state its objective. Write 50 % or Fit.</source>
        <translation>Der Schnitt gibt sein Objektiv nicht an. Schreiben Sie 50 % oder Einpassen.</translation>
    </message>
</context>
<context>
    <name>ProfileTitle</name>
    <message>
        <source>%1, published H&amp;E reference</source>
        <translation>%1, veröffentlichte H&amp;E-Referenz</translation>
    </message>
</context>
</TS>
