<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Application</name>
    <message>
        <source>%1 could not be written. Check that its folder exists and that you may write to it.</source>
        <translation>Impossible d’écrire %1. Vérifiez que son dossier existe et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>%1 shows an unfinished view: the slide took too long. Try again.</source>
        <translation>%1 montre une vue inachevée : la lame a mis trop de temps. Réessayez.</translation>
    </message>
</context>
<context>
    <name>ChartFigures</name>
    <message>
        <source>median</source>
        <translation>médiane</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Taux de faux positifs</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Taux de vrais positifs</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>hasard</translation>
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
        <translation>aucun dans cette lame</translation>
    </message>
    <message>
        <source>not usable (%1)</source>
        <translation>inutilisable (%1)</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sans nom</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>The input</source>
        <translation>L’entrée</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>%1 is not a usable value. Correct it and try again.</source>
        <translation>%1 n’est pas une valeur utilisable. Corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name and that the drive is connected.</source>
        <translation>%1 est introuvable. Vérifiez le nom et que le disque est connecté.</translation>
    </message>
    <message>
        <source>%1 could not be read. Check that you have permission to read it and that the drive is connected.</source>
        <translation>Impossible de lire %1. Vérifiez que vous avez le droit de le lire et que le disque est connecté.</translation>
    </message>
    <message>
        <source>%1 is not in a format that Isostain reads. Open a whole-slide image, PNG, JPEG or TIFF.</source>
        <translation>%1 n’est pas dans un format qu’Isostain sait lire. Ouvrez une lame numérique, une image PNG, JPEG ou TIFF.</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>%1 est endommagé ou incomplet. Copiez-le à nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a plain image. Convert it to a tiled pyramidal TIFF first.</source>
        <translation>%1 est trop grand pour être lu comme une simple image. Convertissez-le d’abord en TIFF pyramidal tuilé.</translation>
    </message>
    <message>
        <source>%1 is a slide of a kind that this version cannot open. Convert it to a pyramidal TIFF, or use a build with a newer OpenSlide.</source>
        <translation>%1 est une lame d’un type que cette version ne peut pas ouvrir. Convertissez-la en TIFF pyramidal, ou utilisez une version compilée avec un OpenSlide plus récent.</translation>
    </message>
    <message>
        <source>The slide %1 is damaged or incomplete. Copy it again from the scanner or the archive.</source>
        <translation>La lame %1 est endommagée ou incomplète. Copiez-la à nouveau depuis le scanner ou l’archive.</translation>
    </message>
    <message>
        <source>A part of %1 could not be read and is shown as missing. The file may be damaged, or the drive slow or disconnected.</source>
        <translation>Une partie de %1 n’a pas pu être lue et apparaît comme manquante. Le fichier est peut-être endommagé, ou le disque lent ou déconnecté.</translation>
    </message>
    <message>
        <source>%1 does not contain that associated image.</source>
        <translation>%1 ne contient pas cette image associée.</translation>
    </message>
    <message>
        <source>%1 is not a PyTorch checkpoint. Choose a .pth or .pt file that holds a state dict.</source>
        <translation>%1 n’est pas un checkpoint PyTorch. Choisissez un fichier .pth ou .pt contenant un state dict.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>Le checkpoint %1 est endommagé ou incomplet. Copiez-le à nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>The checkpoint %1 was refused because it contains something other than plain weights. Save it as a state dict and try again.</source>
        <translation>Le checkpoint %1 a été refusé car il contient autre chose que de simples poids. Enregistrez-le comme state dict et réessayez.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the network that was expected. Choose the checkpoint of a StainNet or of a StainGAN generator.</source>
        <translation>Le checkpoint %1 ne contient pas le réseau attendu. Choisissez le checkpoint d’un StainNet ou d’un générateur StainGAN.</translation>
    </message>
    <message>
        <source>The checkpoint %1 holds weights that are not numbers. Its training failed; choose an earlier checkpoint.</source>
        <translation>Le checkpoint %1 contient des poids qui ne sont pas des nombres. Son entraînement a échoué ; choisissez un checkpoint antérieur.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the classifier that was expected. Choose the checkpoint of a SqueezeNet 1.1.</source>
        <translation>Le checkpoint %1 ne contient pas le classifieur attendu. Choisissez le checkpoint d’un SqueezeNet 1.1.</translation>
    </message>
    <message>
        <source>%1 is not a valid stain profile. Export it again from where it was made.</source>
        <translation>%1 n’est pas un profil de coloration valable. Exportez-le à nouveau depuis l’endroit où il a été créé.</translation>
    </message>
    <message>
        <source>The stain profile %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>Le profil de coloration %1 vient d’une version plus récente. Mettez Isostain à jour pour l’utiliser.</translation>
    </message>
    <message>
        <source>There is a stain profile named %1 already. Choose another name.</source>
        <translation>Il existe déjà un profil de coloration nommé %1. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>%1 is not a valid alignment of two scans. Save it again from where it was made.</source>
        <translation>%1 n’est pas un alignement valable de deux numérisations. Enregistrez-le à nouveau depuis l’endroit où il a été créé.</translation>
    </message>
    <message>
        <source>The alignment %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>L’alignement %1 vient d’une version plus récente. Mettez Isostain à jour pour l’utiliser.</translation>
    </message>
    <message>
        <source>The alignment %1 does not fit the two scans that are open: their sizes differ from those it was made for. Open the scans it belongs to, or align these anew.</source>
        <translation>L’alignement %1 ne correspond pas aux deux numérisations ouvertes : leurs tailles diffèrent de celles pour lesquelles il a été fait. Ouvrez celles auxquelles il appartient, ou alignez celles-ci.</translation>
    </message>
    <message>
        <source>%1 could not be aligned with the other scan. Check that both show the same glass and the same part of it, in focus.</source>
        <translation>%1 n’a pas pu être aligné avec l’autre numérisation. Vérifiez que les deux montrent la même lame et la même partie de celle-ci, nettes.</translation>
    </message>
    <message>
        <source>%1 is not a usable file of annotations. Export it again: from ASAP as XML, or from QuPath as GeoJSON.</source>
        <translation>%1 n’est pas un fichier d’annotations utilisable. Exportez-le à nouveau : depuis ASAP en XML, ou depuis QuPath en GeoJSON.</translation>
    </message>
    <message>
        <source>The color profile in %1 cannot be used, so its colors are shown as they are stored. Ask whoever scanned it for a file with a valid RGB profile.</source>
        <translation>Le profil de couleurs de %1 est inutilisable ; ses couleurs sont donc montrées telles qu’enregistrées. Demandez à qui l’a numérisé un fichier avec un profil RVB valable.</translation>
    </message>
    <message>
        <source>%1 is not a usable color profile of a screen, so the screen is taken for sRGB. Choose an ICC profile that was made for it.</source>
        <translation>%1 n’est pas un profil de couleurs d’écran utilisable ; l’écran est donc considéré comme sRGB. Choisissez un profil ICC fait pour lui.</translation>
    </message>
    <message>
        <source>%1 does not say how large its pixels are. State its micrometers per pixel and try again.</source>
        <translation>%1 n’indique pas la taille de ses pixels. Donnez ses micromètres par pixel et réessayez.</translation>
    </message>
    <message>
        <source>%1 holds a network that looks at neighboring pixels, which cannot be used here. Choose a StainNet with 1x1 layers or a fitted method.</source>
        <translation>%1 contient un réseau qui regarde les pixels voisins, ce qui n’est pas utilisable ici. Choisissez un StainNet à couches 1x1 ou une méthode ajustée.</translation>
    </message>
    <message>
        <source>%1 cannot be a reference. Choose an image or a region with stained tissue.</source>
        <translation>%1 ne peut pas servir de référence. Choisissez une image ou une région contenant du tissu coloré.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another folder, or allow overwriting.</source>
        <translation>%1 existe déjà. Choisissez un autre dossier, ou autorisez le remplacement.</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the folder exists and that you may write there.</source>
        <translation>Impossible d’écrire %1. Vérifiez que le dossier existe et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>Another export is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>Un autre export écrit dans %1. Attendez qu’il se termine, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Free some space and start again.</source>
        <translation>Le disque est plein : impossible d’écrire %1. Libérez de l’espace et recommencez.</translation>
    </message>
    <message>
        <source>%1 was written but did not read back correctly, so it was not kept. Check the disk and try again.</source>
        <translation>%1 a été écrit mais n’a pas été relu correctement ; il n’a donc pas été conservé. Vérifiez le disque et réessayez.</translation>
    </message>
    <message>
        <source>%1 could not be deleted. Check that you may write to its folder.</source>
        <translation>Impossible de supprimer %1. Vérifiez que vous pouvez écrire dans son dossier.</translation>
    </message>
    <message>
        <source>%1 does not hold usable images or pairs of images. Check the folder or the list.</source>
        <translation>%1 ne contient pas d’images ou de paires d’images utilisables. Vérifiez le dossier ou la liste.</translation>
    </message>
    <message>
        <source>The training in %1 diverged. Start again with a lower learning rate.</source>
        <translation>L’entraînement dans %1 a divergé. Recommencez avec un taux d’apprentissage plus faible.</translation>
    </message>
    <message>
        <source>%1 is not a training run that this version can read. Choose the folder that a training was told to write to.</source>
        <translation>%1 n’est pas un entraînement que cette version sait lire. Choisissez le dossier dans lequel un entraînement devait écrire.</translation>
    </message>
    <message>
        <source>Another training is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>Un autre entraînement écrit dans %1. Attendez qu’il se termine, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The training run %1 was made with other settings and cannot go on with these. Resume it as it was started, or choose another folder.</source>
        <translation>L’entraînement %1 a été fait avec d’autres réglages et ne peut pas continuer avec ceux-ci. Reprenez-le tel qu’il a commencé, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>%1 is not part of this installation. Install the package with training support, or build it with LibTorch.</source>
        <translation>%1 ne fait pas partie de cette installation. Installez le paquet qui permet l’entraînement, ou compilez avec LibTorch.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs and try again.</source>
        <translation>Il n’y a pas assez de mémoire pour %1. Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Please report it with the detail given here.</source>
        <translation>Un problème qui ne devrait pas se produire est survenu avec %1. Veuillez le signaler avec le détail donné ici.</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>JPEG (small)</source>
        <translation>JPEG (petit)</translation>
    </message>
    <message>
        <source>LZW (lossless, read everywhere)</source>
        <translation>LZW (sans perte, lu partout)</translation>
    </message>
    <message>
        <source>Deflate (lossless, smaller)</source>
        <translation>Deflate (sans perte, plus petit)</translation>
    </message>
    <message>
        <source>None (very large)</source>
        <translation>Aucune (très grand)</translation>
    </message>
    <message>
        <source>Pyramidal TIFF</source>
        <translation>TIFF pyramidal</translation>
    </message>
    <message>
        <source>Pyramidal TIFF with a description like Aperio&apos;s</source>
        <translation>TIFF pyramidal avec une description comme celle d’Aperio</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>DICOM whole-slide image (a folder)</source>
        <translation>Lame DICOM (un dossier)</translation>
    </message>
    <message>
        <source>Half resolution (4:2:0)</source>
        <translation>Demi-résolution (4:2:0)</translation>
    </message>
    <message>
        <source>Full resolution (4:4:4)</source>
        <translation>Pleine résolution (4:4:4)</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Comme la source</translation>
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
        <translation>Aide d’Isostain</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>About Isostain</source>
        <translation>À propos d’Isostain</translation>
    </message>
    <message>
        <source>One stain for every slide: shows whole-slide images beside their stain-normalized view.</source>
        <translation>Une même coloration pour toutes les lames : montre les lames numériques à côté de leur vue normalisée.</translation>
    </message>
    <message>
        <source>For research use only. Not for use in diagnostic procedures.</source>
        <translation>Pour la recherche uniquement. Ne pas utiliser à des fins diagnostiques.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure, sans aucune garantie.</translation>
    </message>
    <message>
        <source>The translations from English have not been reviewed by native-speaking pathologists yet.</source>
        <translation>Les traductions depuis l’anglais n’ont pas encore été relues par des pathologistes dont c’est la langue maternelle.</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1, compilé avec %2</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>&amp;Licences…</translation>
    </message>
</context>
<context>
    <name>ImageFigures</name>
    <message>
        <source>not available</source>
        <translation>non disponible</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Distance along the line (µm)</source>
        <translation>Distance le long de la ligne (µm)</translation>
    </message>
    <message>
        <source>Distance along the line (pixels)</source>
        <translation>Distance le long de la ligne (pixels)</translation>
    </message>
    <message>
        <source>Gray value</source>
        <translation>Niveau de gris</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Examples:</source>
        <translation>Exemples :</translation>
    </message>
    <message>
        <source>See isostain --help.</source>
        <translation>Voir isostain --help.</translation>
    </message>
    <message>
        <source>Stain profile or checkpoint to use, or a method fitted to the published H&amp;E reference such as builtin:macenko. Given several times, each opens a pane.</source>
        <translation>Profil de coloration ou checkpoint à utiliser, ou méthode ajustée à la référence H&amp;E publiée, comme builtin:macenko. Donné plusieurs fois, chacun ouvre un volet.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>What the pane of the profile of the same number shows: %1.</source>
        <translation>Ce que montre le volet du profil de même numéro : %1.</translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation>VIEW</translation>
    </message>
    <message>
        <source>How panes are arranged: %1.</source>
        <translation>Disposition des volets : %1.</translation>
    </message>
    <message>
        <source>ARRANGEMENT</source>
        <translation>ARRANGEMENT</translation>
    </message>
    <message>
        <source>How to compare: %1.</source>
        <translation>Façon de comparer : %1.</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>MODE</translation>
    </message>
    <message>
        <source>Size of the window, e.g. 1600x1000.</source>
        <translation>Taille de la fenêtre, par ex. 1600x1000.</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>WIDTHxHEIGHT</translation>
    </message>
    <message>
        <source>Colors of the window: %1.</source>
        <translation>Couleurs de la fenêtre : %1.</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>THEME</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>Langue de la fenêtre : %1.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>LANGUAGE</translation>
    </message>
    <message>
        <source>Write a picture of the window to a PNG file and end.</source>
        <translation>Écrit une image de la fenêtre dans un fichier PNG et se termine.</translation>
    </message>
    <message>
        <source>Write the report of a study, as a web page and as PDF, and end.</source>
        <translation>Écrit le rapport d’une étude, en page web et en PDF, et se termine.</translation>
    </message>
    <message>
        <source>STUDY</source>
        <translation>STUDY</translation>
    </message>
    <message>
        <source>Folder that the report is written to.</source>
        <translation>Dossier dans lequel le rapport est écrit.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Replace an earlier report.</source>
        <translation>Remplace un rapport antérieur.</translation>
    </message>
    <message>
        <source>Shows whole-slide images beside their stain-normalized view.</source>
        <translation>Montre les lames numériques à côté de leur vue normalisée.</translation>
    </message>
    <message>
        <source>Slide or picture to open.</source>
        <translation>Lame ou image à ouvrir.</translation>
    </message>
    <message>
        <source>Only one slide can be opened at a time.</source>
        <translation>Une seule lame peut être ouverte à la fois.</translation>
    </message>
    <message>
        <source>There is room for %1 profiles.</source>
        <translation>Il y a de la place pour %1 profils.</translation>
    </message>
    <message>
        <source>%1 is not a view. Views are: %2.</source>
        <translation>%1 n’est pas une vue. Les vues sont : %2.</translation>
    </message>
    <message>
        <source>%1 is not an arrangement. Arrangements are: %2.</source>
        <translation>%1 n’est pas une disposition. Les dispositions sont : %2.</translation>
    </message>
    <message>
        <source>--report STUDY and --output FOLDER belong together.</source>
        <translation>--report STUDY et --output FOLDER vont ensemble.</translation>
    </message>
    <message>
        <source>%1 is not a mode. Modes are: %2.</source>
        <translation>%1 n’est pas un mode. Les modes sont : %2.</translation>
    </message>
    <message>
        <source>%1 is not a size such as 1600x1000.</source>
        <translation>%1 n’est pas une taille telle que 1600x1000.</translation>
    </message>
    <message>
        <source>%1 is not a theme. Themes are: %2.</source>
        <translation>%1 n’est pas un thème. Les thèmes sont : %2.</translation>
    </message>
    <message>
        <source>%1 is not a language of this program. Languages are: %2.</source>
        <translation>%1 n’est pas une langue de ce programme. Les langues sont : %2.</translation>
    </message>
</context>
<context>
    <name>MethodText</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
</context>
<context>
    <name>NetworkNotice</name>
    <message>
        <source>Memory ran short: the network goes on with fewer images at a time.</source>
        <translation>La mémoire a manqué : le réseau continue avec moins d’images à la fois.</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory or failed: the network goes on, more slowly, on the processor.</source>
        <translation>La carte graphique a manqué de mémoire ou a échoué : le réseau continue, plus lentement, sur le processeur.</translation>
    </message>
</context>
<context>
    <name>PaneArrangement</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>One Row</source>
        <translation>Une rangée</translation>
    </message>
    <message>
        <source>One Column</source>
        <translation>Une colonne</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
</context>
<context>
    <name>PaneView</name>
    <message>
        <source>&amp;Normalized</source>
        <translation>&amp;Normalisée</translation>
    </message>
    <message>
        <source>&amp;Hematoxylin Alone</source>
        <translation>&amp;Hématoxyline seule</translation>
    </message>
    <message>
        <source>&amp;Eosin Alone</source>
        <translation>&amp;Éosine seule</translation>
    </message>
    <message>
        <source>&amp;Residual Alone</source>
        <translation>&amp;Résidu seul</translation>
    </message>
    <message>
        <source>&amp;Trust Map</source>
        <translation>Carte de con&amp;fiance</translation>
    </message>
    <message>
        <source>&amp;Second Scan</source>
        <translation>&amp;Seconde numérisation</translation>
    </message>
</context>
<context>
    <name>ProfileCatalog</name>
    <message>
        <source>Fits the method to this slide and brings it to published H&amp;E colors; needs no image of yours</source>
        <translation>Ajuste la méthode à cette lame et l’amène aux couleurs H&amp;E publiées ; ne demande aucune image de votre part</translation>
    </message>
    <message>
        <source>%1 (demo slides only)</source>
        <translation>%1 (lames de démonstration seulement)</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (introuvable)</translation>
    </message>
    <message>
        <source>Made for H&amp;E: this slide is stained after Papanicolaou</source>
        <translation>Fait pour H&amp;E : cette lame est colorée selon Papanicolaou</translation>
    </message>
</context>
<context>
    <name>ProfileFacts</name>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Tissue only: without glass, pen marks and folds</source>
        <translation>Tissu seul : sans verre, traits de feutre ni plis</translation>
    </message>
    <message>
        <source>As published: all pixels</source>
        <translation>Comme publié : tous les pixels</translation>
    </message>
    <message>
        <source>As published: pixels darker than 80 % lightness</source>
        <translation>Comme publié : pixels de clarté inférieure à 80 %</translation>
    </message>
    <message>
        <source>Left unchanged, with a smooth transition to tissue</source>
        <translation>Laissé inchangé, avec une transition douce vers le tissu</translation>
    </message>
    <message>
        <source>Mapped like every other color, as published</source>
        <translation>Converti comme toute autre couleur, comme publié</translation>
    </message>
    <message>
        <source>Optical density in red, green and blue, as a vector of length 1</source>
        <translation>Densité optique en rouge, vert et bleu, vecteur de longueur 1</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>Hématoxyline</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Éosine</translation>
    </message>
    <message>
        <source>Mean of L, a, b</source>
        <translation>Moyenne de L, a, b</translation>
    </message>
    <message>
        <source>CIE Lab: L from 0 to 100, a and b around 0</source>
        <translation>CIE Lab : L de 0 à 100, a et b autour de 0</translation>
    </message>
    <message>
        <source>Deviation of L, a, b</source>
        <translation>Écart de L, a, b</translation>
    </message>
    <message>
        <source>Standard deviation over all pixels of the fit</source>
        <translation>Écart-type sur tous les pixels de l’ajustement</translation>
    </message>
    <message>
        <source>Maxima</source>
        <translation>Maxima</translation>
    </message>
    <message>
        <source>99th percentiles of the amounts of hematoxylin and eosin</source>
        <translation>99es centiles des quantités d’hématoxyline et d’éosine</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Verre</translation>
    </message>
    <message>
        <source>Optical density of empty glass in red, green and blue</source>
        <translation>Densité optique du verre vide en rouge, vert et bleu</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Moyennes</translation>
    </message>
    <message>
        <source>Mean amounts of hematoxylin and eosin where they are at home</source>
        <translation>Quantités moyennes d’hématoxyline et d’éosine là où elles dominent</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Noyaux</translation>
    </message>
    <message>
        <source>Each pixel of the result depends on that pixel alone</source>
        <translation>Chaque pixel du résultat ne dépend que de ce pixel</translation>
    </message>
    <message>
        <source>The result depends on neighboring pixels</source>
        <translation>Le résultat dépend des pixels voisins</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Fitted to</source>
        <translation>Ajusté à</translation>
    </message>
    <message>
        <source>White glass</source>
        <translation>Verre blanc</translation>
    </message>
    <message>
        <source>Slide&apos;s stain %1</source>
        <translation>Coloration %1 de la lame</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Coloration</translation>
    </message>
    <message>
        <source>Source scanner</source>
        <translation>Scanner source</translation>
    </message>
    <message>
        <source>Target scanner</source>
        <translation>Scanner cible</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Taille des pixels</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm par pixel</translation>
    </message>
    <message>
        <source>Of the images that the profile was made from</source>
        <translation>Des images dont le profil est issu</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Fait pour</translation>
    </message>
    <message>
        <source>generated demo slides only</source>
        <translation>lames de démonstration générées seulement</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Fait par</translation>
    </message>
    <message>
        <source>Isostain version</source>
        <translation>Version d’Isostain</translation>
    </message>
    <message>
        <source>Training colors</source>
        <translation>Couleurs d’entraînement</translation>
    </message>
    <message>
        <source>%1 of %2 cells of the color space</source>
        <translation>%1 des %2 cellules de l’espace des couleurs</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>The trust map shows where a slide has colors that are not among them</source>
        <translation>La carte de confiance montre où une lame a des couleurs qui n’en font pas partie</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of everything that decides the colors; the same digits, the same colors</source>
        <translation>De tout ce qui détermine les couleurs ; mêmes chiffres, mêmes couleurs</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Fitted to each slide when it is opened</source>
        <translation>Ajusté à chaque lame à son ouverture</translation>
    </message>
</context>
<context>
    <name>ProfileFormat</name>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Dessin SVG</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tableau CSV</translation>
    </message>
    <message>
        <source>Gray value profile</source>
        <translation>Profil de niveaux de gris</translation>
    </message>
</context>
<context>
    <name>ProfileName</name>
    <message>
        <source>Any stain</source>
        <translation>Toute coloration</translation>
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
        <translation>Comme publié</translation>
    </message>
    <message>
        <source>Tissue only</source>
        <translation>Tissu seul</translation>
    </message>
    <message>
        <source>Normalized like tissue</source>
        <translation>Normalisé comme le tissu</translation>
    </message>
    <message>
        <source>Left unchanged</source>
        <translation>Laissé inchangé</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Selon le profil</translation>
    </message>
    <message>
        <source>No tissue was found, so there is nothing to fit the method to.</source>
        <translation>Aucun tissu n’a été trouvé : la méthode ne peut être ajustée à rien.</translation>
    </message>
    <message>
        <source>The picture is gray, so there are no stains to find.</source>
        <translation>L’image est grise : il n’y a pas de colorants à trouver.</translation>
    </message>
    <message>
        <source>Only one stain could be told; the published H&amp;E stains stand in for this slide&apos;s.</source>
        <translation>Un seul colorant a pu être distingué ; ceux de l’H&amp;E publiée remplacent ceux de cette lame.</translation>
    </message>
    <message>
        <source>No hematoxylin and eosin were found, so there is nothing to fit the method to.</source>
        <translation>Ni hématoxyline ni éosine n’ont été trouvées : la méthode ne peut être ajustée à rien.</translation>
    </message>
    <message>
        <source>The stains found here do not look like hematoxylin and eosin. Compare with the source before you rely on the colors.</source>
        <translation>Les colorants trouvés ici ne ressemblent pas à l’hématoxyline et à l’éosine. Comparez avec la source avant de vous fier aux couleurs.</translation>
    </message>
    <message>
        <source>The stain profile is for another stain than this slide&apos;s.</source>
        <translation>Le profil de coloration est fait pour une autre coloration que celle de cette lame.</translation>
    </message>
    <message>
        <source>The pixel size of this slide differs from that of the images the stain profile was made from.</source>
        <translation>La taille des pixels de cette lame diffère de celle des images dont le profil de coloration est issu.</translation>
    </message>
    <message>
        <source>The pixel size of the slide or of the network&apos;s training images is not known; the network runs on the slide&apos;s own pixels.</source>
        <translation>La taille des pixels de la lame ou des images d’entraînement du réseau est inconnue ; le réseau travaille sur les pixels de la lame.</translation>
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
        <translation>Distance (µm)</translation>
    </message>
    <message>
        <source>Distance (pixels)</source>
        <translation>Distance (pixels)</translation>
    </message>
    <message>
        <source>%1 (r = %2)</source>
        <translation>%1 (r = %2)</translation>
    </message>
    <message>
        <source>Length %1 (%2 px)</source>
        <translation>Longueur %1 (%2 px)</translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>Longueur %1</translation>
    </message>
    <message>
        <source>longer than %1 px: level %2, every %3 px</source>
        <translation>plus long que %1 px : niveau %2, un point tous les %3 px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>gaps: outside the slide or unreadable</source>
        <translation>vides : hors de la lame ou illisible</translation>
    </message>
</context>
<context>
    <name>ResultItems</name>
    <message>
        <source>Study:</source>
        <translation>Étude :</translation>
    </message>
    <message>
        <source>Begun:</source>
        <translation>Commencée :</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>État :</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Dossier :</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>Étapes :</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>Profil de coloration :</translation>
    </message>
    <message>
        <source>none was trained</source>
        <translation>aucun n’a été entraîné</translation>
    </message>
    <message>
        <source>SHA-256 of its weights:</source>
        <translation>SHA-256 de ses poids :</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Methods (Tables 1, 2)</source>
        <translation>Méthodes (tableaux 1, 2)</translation>
    </message>
    <message>
        <source>Whole slides (Table 3)</source>
        <translation>Lames entières (tableau 3)</translation>
    </message>
    <message>
        <source>Layers (Table 4)</source>
        <translation>Couches (tableau 4)</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Classifieur</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n lame</numerusform>
            <numerusform>%n lames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>%1 × %2 to %3 × %4 pixels</source>
        <translation>%1 × %2 à %3 × %4 pixels</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm par pixel</translation>
    </message>
    <message>
        <source>%1 to train on</source>
        <translation>%1 pour l’entraînement</translation>
    </message>
    <message>
        <source>%1 to test on</source>
        <translation>%1 pour le test</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read:</source>
        <translation>
            <numerusform>%n fichier est illisible :</numerusform>
            <numerusform>%n fichiers sont illisibles :</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StainViewName</name>
    <message>
        <source>Hematoxylin</source>
        <translation>Hématoxyline</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Éosine</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Résidu</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>An export is running. If it is stopped, slides that are finished stay, and the one being written is removed.</source>
        <translation>Un export est en cours. S’il est arrêté, les lames terminées restent, et celle en cours d’écriture est supprimée.</translation>
    </message>
</context>
<context>
    <name>StudyFigures</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Gray value profile, %1</source>
        <translation>Profil de niveaux de gris, %1</translation>
    </message>
    <message>
        <source>Gray values along the line, in the source, the target and the normalized images of %1; the dashed part is enlarged below.</source>
        <translation>Niveaux de gris le long de la ligne, dans la source, la cible et les images normalisées de %1 ; la partie en pointillés est agrandie dessous.</translation>
    </message>
    <message>
        <source>Comparison of methods</source>
        <translation>Comparaison des méthodes</translation>
    </message>
    <message>
        <source>Test images as scanned, their targets, and what each method makes of them; the dashed part is enlarged below.</source>
        <translation>Images de test telles que numérisées, leurs cibles et ce que chaque méthode en fait ; la partie en pointillés est agrandie dessous.</translation>
    </message>
    <message>
        <source>Whole slide %1</source>
        <translation>Lame entière %1</translation>
    </message>
    <message>
        <source>The whole slide %1 as scanned and by each method; the dashed part is below at full resolution.</source>
        <translation>La lame entière %1 telle que numérisée et par chaque méthode ; la partie en pointillés est dessous en pleine résolution.</translation>
    </message>
    <message>
        <source>Layers of 1x1 and 3x3</source>
        <translation>Couches 1x1 et 3x3</translation>
    </message>
    <message>
        <source>Networks of layers of 1x1 + layers of 3x3 on %1, and the gray values along the line.</source>
        <translation>Réseaux de couches 1x1 + couches 3x3 sur %1, et niveaux de gris le long de la ligne.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>Color histogram, %1</source>
        <translation>Histogramme des couleurs, %1</translation>
    </message>
    <message>
        <source>How often values of the channel occur in the test images, glass (%1 and more) left out.</source>
        <translation>Fréquence des valeurs du canal dans les images de test, sans le verre (%1 et plus).</translation>
    </message>
    <message>
        <source>Value of the channel, 0 to 255</source>
        <translation>Valeur du canal, 0 à 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>Part des pixels, %</translation>
    </message>
    <message>
        <source>Colors in CIE a*b*</source>
        <translation>Couleurs en CIE a*b*</translation>
    </message>
    <message>
        <source>Hue and chroma of pixels of the test images, the same places in each.</source>
        <translation>Teinte et chroma de pixels des images de test, aux mêmes endroits dans chacune.</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a* (vert à magenta)</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b* (bleu à jaune)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Means of the losses between two measurements, before they are weighted.</source>
        <translation>Moyennes des pertes entre deux mesures, avant pondération.</translation>
    </message>
    <message>
        <source>StainGAN: losses</source>
        <translation>StainGAN : pertes</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>adversarial, to target</source>
        <translation>adverse, vers la cible</translation>
    </message>
    <message>
        <source>discriminator of the target</source>
        <translation>discriminateur de la cible</translation>
    </message>
    <message>
        <source>cycle of the source</source>
        <translation>cycle de la source</translation>
    </message>
    <message>
        <source>cycle of the target</source>
        <translation>cycle de la cible</translation>
    </message>
    <message>
        <source>identity of the source</source>
        <translation>identité de la source</translation>
    </message>
    <message>
        <source>identity of the target</source>
        <translation>identité de la cible</translation>
    </message>
    <message>
        <source>StainGAN: learning rate</source>
        <translation>StainGAN : taux d’apprentissage</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate.</source>
        <translation>Taux d’apprentissage d’Adam.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>taux d’apprentissage</translation>
    </message>
    <message>
        <source>StainGAN: test images</source>
        <translation>StainGAN : images de test</translation>
    </message>
    <message>
        <source>PSNR Target on test pairs at the end of each epoch; it decides nothing.</source>
        <translation>PSNR Target sur les paires de test à la fin de chaque époque ; il ne décide de rien.</translation>
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
        <translation>StainNet : perte</translation>
    </message>
    <message>
        <source>L1 in the [-1, 1] scale.</source>
        <translation>L1 sur l’échelle [-1, 1].</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
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
        <translation>%1 de toutes les images de test : quartiles, moustaches jusqu’à 1,5 fois leur écart, le reste en points.</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>Courbes ROC</translation>
    </message>
    <message>
        <source>Of the classifier with the median AUC of each test set.</source>
        <translation>Du classifieur d’AUC médiane sur chaque jeu de test.</translation>
    </message>
</context>
<context>
    <name>StudyStep</name>
    <message>
        <source>Prepare the data</source>
        <translation>Préparer les données</translation>
    </message>
    <message>
        <source>Train the StainGAN</source>
        <translation>Entraîner le StainGAN</translation>
    </message>
    <message>
        <source>Distill the StainNet</source>
        <translation>Distiller le StainNet</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>Comparer les méthodes</translation>
    </message>
    <message>
        <source>Make the pictures</source>
        <translation>Faire les images</translation>
    </message>
    <message>
        <source>Compare on whole slides</source>
        <translation>Comparer sur des lames entières</translation>
    </message>
    <message>
        <source>Compare layers of 1x1 and 3x3</source>
        <translation>Comparer les couches 1x1 et 3x3</translation>
    </message>
    <message>
        <source>Train and test classifiers</source>
        <translation>Entraîner et tester des classifieurs</translation>
    </message>
</context>
<context>
    <name>StudyTexts</name>
    <message>
        <source>Reads the images, or makes them, and puts some aside for the test.</source>
        <translation>Lit les images, ou les génère, et en réserve une partie pour le test.</translation>
    </message>
    <message>
        <source>Learns the target&apos;s colors from images that need not show the same. Takes the most time.</source>
        <translation>Apprend les couleurs de la cible d’images qui n’ont pas à montrer la même chose. C’est le plus long.</translation>
    </message>
    <message>
        <source>Makes a small, fast network of it: the stain profile that you keep.</source>
        <translation>En fait un réseau petit et rapide : le profil de coloration que vous gardez.</translation>
    </message>
    <message>
        <source>Measures SSIM and PSNR of every method on the test pairs: Tables 1 and 2.</source>
        <translation>Mesure SSIM et PSNR de chaque méthode sur les paires de test : tableaux 1 et 2.</translation>
    </message>
    <message>
        <source>Normalizes some test images by every method, for the figures.</source>
        <translation>Normalise quelques images de test par chaque méthode, pour les figures.</translation>
    </message>
    <message>
        <source>Measures how much structure whole slides keep: Table 3.</source>
        <translation>Mesure ce que les lames entières gardent de leur structure : tableau 3.</translation>
    </message>
    <message>
        <source>Trains StainNets with more and more 3×3 layers: Table 4 and Figure 8.</source>
        <translation>Entraîne des StainNet avec de plus en plus de couches 3×3 : tableau 4 et figure 8.</translation>
    </message>
    <message>
        <source>Tells whether normalization helps a classifier: ROC curves.</source>
        <translation>Dit si la normalisation aide un classifieur : courbes ROC.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échoué</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Small networks: a first result in minutes, also without a graphics card.</source>
        <translation>Petits réseaux : un premier résultat en quelques minutes, même sans carte graphique.</translation>
    </message>
    <message>
        <source>Networks of half the paper&apos;s width: hours on a graphics card.</source>
        <translation>Réseaux de la moitié de la largeur de l’article : des heures sur une carte graphique.</translation>
    </message>
    <message>
        <source>Networks, losses and rates as published: for a graphics card.</source>
        <translation>Réseaux, pertes et taux comme publiés : pour une carte graphique.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Non terminée</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Like the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>The view at full resolution</source>
        <translation>La vue en pleine résolution</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 pixels</translation>
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
        <translation>%1 pixels par pixel</translation>
    </message>
    <message>
        <source>%1 µm/pixel</source>
        <translation>%1 µm/pixel</translation>
    </message>
    <message>
        <source>Level %1 of %2 (1:%3)</source>
        <translation>Niveau %1 sur %2 (1:%3)</translation>
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
        <translation>Alignements de deux numérisations (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Load an Alignment</source>
        <translation>Charger un alignement</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>file name of the alignment of two scans</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Save the Alignment</source>
        <translation>Enregistrer l’alignement</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentPanel</name>
    <message>
        <source>&amp;Undo Point</source>
        <translation>Ann&amp;uler le point</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Now click spot %1 in %2.</source>
        <translation>Cliquez maintenant sur le point %1 dans %2.</translation>
    </message>
    <message>
        <source>Click a spot that you recognize in both scans, e.g. a nucleus: in %1 or in %2. Drag moves the picture.</source>
        <translation>Cliquez sur un point que vous reconnaissez dans les deux numérisations, par ex. un noyau : dans %1 ou dans %2. Faire glisser déplace l’image.</translation>
    </message>
    <message>
        <source>Click a second spot, far from the first.</source>
        <translation>Cliquez sur un deuxième point, loin du premier.</translation>
    </message>
    <message>
        <source>Apply, or click a third spot, far from the line through the first two.</source>
        <translation>Appliquez, ou cliquez sur un troisième point, loin de la droite passant par les deux premiers.</translation>
    </message>
    <message>
        <source>Three spots are there.</source>
        <translation>Trois points sont placés.</translation>
    </message>
    <message>
        <source>Scale %1, turned by %2°.</source>
        <translation>Échelle %1, rotation de %2°.</translation>
    </message>
    <message>
        <source>Two spots always agree; a third one checks them.</source>
        <translation>Deux points s’accordent toujours ; un troisième les vérifie.</translation>
    </message>
    <message>
        <source>The spots differ by %1 px from a mere rotation and scale.</source>
        <translation>Les points s’écartent de %1 px d’une simple rotation avec mise à l’échelle.</translation>
    </message>
    <message>
        <source>The spots differ by %1 px (%2 µm) from a mere rotation and scale.</source>
        <translation>Les points s’écartent de %1 px (%2 µm) d’une simple rotation avec mise à l’échelle.</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationController</name>
    <message>
        <source>Annotations (%1)</source>
        <translation>Annotations (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>Ann&amp;uler %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Re&amp;do %1</source>
        <translation>&amp;Rétablir %1</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Load Annotations</source>
        <translation>Charger des annotations</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>Enregistrer les annotations</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charger</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationKeeper</name>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationLayer</name>
    <message>
        <source>Reshape</source>
        <translation>Remodeler</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationPanel</name>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>Aller à l’ann&amp;otation</translation>
    </message>
    <message>
        <source>Brings the annotation to the middle of the view</source>
        <translation>Amène l’annotation au milieu de la vue</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>&amp;Couleur…</translation>
    </message>
    <message>
        <source>Changes the color of the selected annotations</source>
        <translation>Change la couleur des annotations sélectionnées</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Verrouiller</translation>
    </message>
    <message>
        <source>Keeps the selected annotation from being changed</source>
        <translation>Protège l’annotation sélectionnée contre les modifications</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Removes the selected annotations</source>
        <translation>Retire les annotations sélectionnées</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>C&amp;harger…</translation>
    </message>
    <message>
        <source>Adds the annotations of a GeoJSON file, as QuPath writes it</source>
        <translation>Ajoute les annotations d’un fichier GeoJSON, tel que QuPath l’écrit</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Saves all annotations as GeoJSON, which QuPath opens</source>
        <translation>Enregistre toutes les annotations en GeoJSON, que QuPath ouvre</translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation>Changer la couleur</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationStore</name>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationTableModel</name>
    <message>
        <source>Locked</source>
        <translation>Verrouillée</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Change Class</source>
        <translation>Changer la classe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>isostain::AssociatedImageView</name>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>May show a patient&apos;s name.</source>
        <translation>Peut montrer le nom d’un patient.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Montrer %1</translation>
    </message>
</context>
<context>
    <name>isostain::BookmarkController</name>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>&amp;Signets</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Signets</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Aller à</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>Su&amp;pprimer</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Annu&amp;ler</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Endroit %1</translation>
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
        <translation>Pointez une courbe pour lire ses valeurs. Glisser déplace, la molette agrandit, un double-clic montre tout.</translation>
    </message>
</context>
<context>
    <name>isostain::CheckPage</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Vérifier à &amp;nouveau</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Progression de la vérification</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>What is there, and whether a training can learn from it.</source>
        <translation>Ce qu’il y a, et si un entraînement peut en apprendre quelque chose.</translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation>Les données sont en cours de vérification.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) to test on.</source>
        <translation>
            <numerusform>%n paire pour le test.</numerusform>
            <numerusform>%n paires pour le test.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no test pairs: methods cannot be measured or compared.</source>
        <translation>Il n’y a pas de paires de test : les méthodes ne peuvent être ni mesurées ni comparées.</translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>Examen des images…</translation>
    </message>
</context>
<context>
    <name>isostain::ColorCharts</name>
    <message>
        <source>Histogram of the channels of source and target</source>
        <translation>Histogramme des canaux de la source et de la cible</translation>
    </message>
    <message>
        <source>Colors of source and target in CIE a*b*</source>
        <translation>Couleurs de la source et de la cible en CIE a*b*</translation>
    </message>
    <message>
        <source>Value of a channel, 0 to 255</source>
        <translation>Valeur d’un canal, 0 à 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>Part des pixels, %</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>Source, %1</source>
        <translation>Source, %1</translation>
    </message>
    <message>
        <source>Target, %1</source>
        <translation>Cible, %1</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a* (vert à magenta)</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b* (bleu à jaune)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
</context>
<context>
    <name>isostain::ColorProfilePanel</name>
    <message>
        <source>Color profiles</source>
        <translation>Profils de couleurs</translation>
    </message>
    <message>
        <source>Use the &amp;slide&apos;s color profile</source>
        <translation>Utiliser le profil de couleurs de la &amp;lame</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Shows colors as the slide&apos;s profile (ICC) says that they look, in every pane: an export carries the same profile</source>
        <translation>Montre les couleurs comme le profil (ICC) de la lame dit qu’elles sont, dans chaque volet : un export porte le même profil</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Chooses the ICC profile that was made for this screen</source>
        <translation>Choisit le profil ICC fait pour cet écran</translation>
    </message>
    <message>
        <source>Screen:</source>
        <translation>Écran :</translation>
    </message>
    <message>
        <source>no slide is open</source>
        <translation>aucune lame n’est ouverte</translation>
    </message>
    <message>
        <source>no profile, taken for sRGB</source>
        <translation>aucun profil, considéré comme sRGB</translation>
    </message>
</context>
<context>
    <name>isostain::ColorSwatch</name>
    <message>
        <source>Red, green and blue under the cursor: before → after normalization</source>
        <translation>Rouge, vert et bleu sous le curseur : avant → après normalisation</translation>
    </message>
</context>
<context>
    <name>isostain::CompareView</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Preparing %1…</source>
        <translation>Préparation de %1…</translation>
    </message>
    <message>
        <source>source standing in</source>
        <translation>source à la place</translation>
    </message>
    <message>
        <source>Unreadable parts of this slide: %1</source>
        <translation>Parties illisibles de cette lame : %1</translation>
    </message>
</context>
<context>
    <name>isostain::ComparisonWindow</name>
    <message>
        <source>Compare Trainings</source>
        <translation>Comparer les entraînements</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Losses of the studies</source>
        <translation>Pertes des études</translation>
    </message>
    <message>
        <source>Measurements of the studies</source>
        <translation>Mesures des études</translation>
    </message>
    <message>
        <source>&amp;Curve:</source>
        <translation>&amp;Courbe :</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
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
        <translation>Courbe</translation>
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
        <translation>Niveau de gris sous le curseur, 0 à 255</translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation with the source along the line</source>
        <translation>Corrélation de Pearson avec la source le long de la ligne</translation>
    </message>
    <message>
        <source>Curves: gray value under the cursor and correlation with the source</source>
        <translation>Courbes : niveau de gris sous le curseur et corrélation avec la source</translation>
    </message>
</context>
<context>
    <name>isostain::DataPage</name>
    <message>
        <source>&amp;More: whole slides, classifier</source>
        <translation>&amp;Plus : lames entières, classifieur</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Which images should be brought to which look? The source is what your scanner gives; the target is the look that it should have.</source>
        <translation>Quelles images doivent prendre quel aspect ? La source est ce que donne votre scanner ; la cible est l’aspect voulu.</translation>
    </message>
    <message>
        <source>&amp;Folders of images</source>
        <translation>&amp;Dossiers d’images</translation>
    </message>
    <message>
        <source>Tiles or pictures of both looks. They need not show the same tissue.</source>
        <translation>Tuiles ou images des deux aspects. Elles n’ont pas à montrer le même tissu.</translation>
    </message>
    <message>
        <source>Slides &amp;of both looks</source>
        <translation>&amp;Lames des deux aspects</translation>
    </message>
    <message>
        <source>Patches of tissue are cut from the slides of each. They need not show the same tissue.</source>
        <translation>Des patches de tissu sont découpés dans les lames de chacun. Elles n’ont pas à montrer le même tissu.</translation>
    </message>
    <message>
        <source>Two &amp;scans of one glass</source>
        <translation>Deux &amp;numérisations d’une même lame</translation>
    </message>
    <message>
        <source>The same glass scanned twice. Both are aligned and cut into pairs.</source>
        <translation>La même lame numérisée deux fois. Les deux sont alignées et découpées en paires.</translation>
    </message>
    <message>
        <source>&amp;Try with generated data</source>
        <translation>&amp;Essayer avec des données générées</translation>
    </message>
    <message>
        <source>Artificial tissue as two scanners see it: to learn how it works, without images of yours.</source>
        <translation>Tissu artificiel vu par deux scanners : pour comprendre le fonctionnement, sans images à vous.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Source of the test pairs</source>
        <translation>Source des paires de test</translation>
    </message>
    <message>
        <source>Target of the test pairs</source>
        <translation>Cible des paires de test</translation>
    </message>
    <message>
        <source>List of the test pairs</source>
        <translation>Liste des paires de test</translation>
    </message>
    <message>
        <source>Only where the file names differ</source>
        <translation>Seulement si les noms de fichiers diffèrent</translation>
    </message>
    <message>
        <source>Needed to measure and to compare methods</source>
        <translation>Nécessaire pour mesurer et comparer les méthodes</translation>
    </message>
    <message>
        <source>Part of the glass for the test:</source>
        <translation>Part de la lame pour le test :</translation>
    </message>
    <message>
        <source>0.05 to 0.5 of its width: what is tested on is never trained on</source>
        <translation>0,05 à 0,5 de sa largeur : ce qui sert au test n’est jamais utilisé pour l’entraînement</translation>
    </message>
    <message>
        <source>Patches of each look:</source>
        <translation>Patches de chaque aspect :</translation>
    </message>
    <message>
        <source>Drawn at random from the tissue of all slides, the same every time</source>
        <translation>Tirés au hasard dans le tissu de toutes les lames, les mêmes à chaque fois</translation>
    </message>
    <message>
        <source>Micrometers per pixel:</source>
        <translation>Micromètres par pixel :</translation>
    </message>
    <message>
        <source>Slides of every magnification are resampled to it; 0.25 is about 40x, 0.5 about 20x</source>
        <translation>Les lames de tout grossissement y sont rééchantillonnées ; 0,25 correspond à environ 40x, 0,5 à environ 20x</translation>
    </message>
    <message>
        <source>Sou&amp;rce:</source>
        <translation>Sou&amp;rce :</translation>
    </message>
    <message>
        <source>Tar&amp;get:</source>
        <translation>&amp;Cible :</translation>
    </message>
    <message>
        <source>Test so&amp;urce:</source>
        <translation>So&amp;urce de test :</translation>
    </message>
    <message>
        <source>Test t&amp;arget:</source>
        <translation>Ci&amp;ble de test :</translation>
    </message>
    <message>
        <source>Pa&amp;irs:</source>
        <translation>Pa&amp;ires :</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Coloration</translation>
    </message>
    <message>
        <source>Tiles of each look</source>
        <translation>Tuiles de chaque aspect</translation>
    </message>
    <message>
        <source>St&amp;ain:</source>
        <translation>C&amp;oloration :</translation>
    </message>
    <message>
        <source>Ti&amp;les of each look:</source>
        <translation>&amp;Tuiles de chaque aspect :</translation>
    </message>
    <message>
        <source>Whole slides to compare on</source>
        <translation>Lames entières à comparer</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>A&amp;jouter…</translation>
    </message>
    <message>
        <source>Add slides</source>
        <translation>Ajouter des lames</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Remove the selected slides</source>
        <translation>Retirer les lames sélectionnées</translation>
    </message>
    <message>
        <source>Slides to Compare on</source>
        <translation>Lames à comparer</translation>
    </message>
    <message>
        <source>Labelled images of the target&apos;s look</source>
        <translation>Images étiquetées de l’aspect de la cible</translation>
    </message>
    <message>
        <source>Labelled images of the source&apos;s look</source>
        <translation>Images étiquetées de l’aspect de la source</translation>
    </message>
    <message>
        <source>Weights of SqueezeNet 1.1</source>
        <translation>Poids de SqueezeNet 1.1</translation>
    </message>
    <message>
        <source>Without: the classifier begins untrained</source>
        <translation>Sans eux, le classifieur part non entraîné</translation>
    </message>
    <message>
        <source>Whole slid&amp;es:</source>
        <translation>La&amp;mes entières :</translation>
    </message>
    <message>
        <source>Of the source&apos;s look: to compare how much of their structure each method keeps.</source>
        <translation>De l’aspect de la source : pour comparer ce que chaque méthode garde de leur structure.</translation>
    </message>
    <message>
        <source>Classifier, training:</source>
        <translation>Classifieur, entraînement :</translation>
    </message>
    <message>
        <source>Classifier, test:</source>
        <translation>Classifieur, test :</translation>
    </message>
    <message>
        <source>Folders with one folder of images per class. The training images have the target&apos;s look, the test images the source&apos;s.</source>
        <translation>Dossiers contenant un dossier d’images par classe. Les images d’entraînement ont l’aspect de la cible, celles de test l’aspect de la source.</translation>
    </message>
    <message>
        <source>Classifier, weights:</source>
        <translation>Classifieur, poids :</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>Nom de l’étude</translation>
    </message>
    <message>
        <source>Folder that studies are kept in</source>
        <translation>Dossier où les études sont gardées</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>N&amp;om :</translation>
    </message>
    <message>
        <source>&amp;Keep in:</source>
        <translation>&amp;Garder dans :</translation>
    </message>
    <message>
        <source>Folders of slides, with those in folders below. For figures and measurements, add pairs of images that show the same place in both looks:</source>
        <translation>Dossiers de lames, avec ceux des sous-dossiers. Pour les figures et les mesures, ajoutez des paires d’images montrant le même endroit sous les deux aspects :</translation>
    </message>
    <message>
        <source>PNG, JPEG or TIFF, also in folders below. For figures and measurements, add pairs that show the same place in both looks:</source>
        <translation>PNG, JPEG ou TIFF, aussi dans les sous-dossiers. Pour les figures et les mesures, ajoutez des paires montrant le même endroit sous les deux aspects :</translation>
    </message>
    <message>
        <source>Slides or pictures of the same glass.</source>
        <translation>Lames ou images d’une même lame de verre.</translation>
    </message>
    <message>
        <source>Study of %1</source>
        <translation>Étude de %1</translation>
    </message>
    <message>
        <source>%1 demo %2</source>
        <translation>%1 démo %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 vers %2</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s slides.</source>
        <translation>Choisissez le dossier des lames de la source.</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s images.</source>
        <translation>Choisissez le dossier des images de la source.</translation>
    </message>
    <message>
        <source>Choose the scan that is the source.</source>
        <translation>Choisissez la numérisation qui est la source.</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s slides.</source>
        <translation>Choisissez le dossier des lames de la cible.</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s images.</source>
        <translation>Choisissez le dossier des images de la cible.</translation>
    </message>
    <message>
        <source>Choose the scan that is the target.</source>
        <translation>Choisissez la numérisation qui est la cible.</translation>
    </message>
    <message>
        <source>Source and target are the same. Choose another one.</source>
        <translation>La source et la cible sont les mêmes. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Choose both folders of the test pairs, or none.</source>
        <translation>Choisissez les deux dossiers des paires de test, ou aucun.</translation>
    </message>
    <message>
        <source>Choose both folders of the classifier, or none.</source>
        <translation>Choisissez les deux dossiers du classifieur, ou aucun.</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>Donnez un nom à l’étude.</translation>
    </message>
    <message>
        <source>Choose the folder that the study is kept in.</source>
        <translation>Choisissez le dossier où l’étude est gardée.</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayController</name>
    <message>
        <source>Shows the colors as they are again</source>
        <translation>Montre à nouveau les couleurs telles qu’elles sont</translation>
    </message>
    <message>
        <source>Opens the window in which color profiles are turned on and off</source>
        <translation>Ouvre la fenêtre où les profils de couleurs s’activent et se désactivent</translation>
    </message>
    <message>
        <source>Brightness and Color</source>
        <translation>Luminosité et couleur</translation>
    </message>
    <message>
        <source>brightness %1</source>
        <translation>luminosité %1</translation>
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
        <translation>Écran seul : %1</translation>
    </message>
    <message>
        <source>Color profiles of slide and screen</source>
        <translation>Profils de couleurs de la lame et de l’écran</translation>
    </message>
    <message>
        <source>Color profile of the slide</source>
        <translation>Profil de couleurs de la lame</translation>
    </message>
    <message>
        <source>Color profile of the screen</source>
        <translation>Profil de couleurs de l’écran</translation>
    </message>
    <message>
        <source>Choose the Screen&apos;s Color Profile</source>
        <translation>Choisir le profil de couleurs de l’écran</translation>
    </message>
    <message>
        <source>ICC profiles (%1)</source>
        <translation>Profils ICC (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayPanel</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>For the screen alone: exports, measurements and profiles of gray values stay as they are.</source>
        <translation>Pour l’écran seul : exports, mesures et profils de niveaux de gris restent tels quels.</translation>
    </message>
    <message>
        <source>&amp;Brightness:</source>
        <translation>&amp;Luminosité :</translation>
    </message>
    <message>
        <source>&amp;Contrast:</source>
        <translation>&amp;Contraste :</translation>
    </message>
    <message>
        <source>&amp;Gamma:</source>
        <translation>&amp;Gamma :</translation>
    </message>
</context>
<context>
    <name>isostain::EmptyPage</name>
    <message>
        <source>Open a slide to begin</source>
        <translation>Ouvrez une lame pour commencer</translation>
    </message>
    <message>
        <source>Drop a whole-slide image or a picture here, or choose one from your disk. You then see it as it was scanned; pick a stain profile to see the normalized view beside it.</source>
        <translation>Déposez ici une lame numérique ou une image, ou choisissez-en une sur votre disque. Vous la voyez d’abord telle qu’elle a été numérisée ; choisissez un profil de coloration pour voir la vue normalisée à côté.</translation>
    </message>
    <message>
        <source>&amp;Open a Slide…</source>
        <translation>&amp;Ouvrir une lame…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>Créer une lame &amp;de démonstration</translation>
    </message>
    <message>
        <source>Generates a slide of artificial tissue to try the program with</source>
        <translation>Génère une lame de tissu artificiel pour essayer le programme</translation>
    </message>
    <message>
        <source>Recent slides</source>
        <translation>Lames récentes</translation>
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
        <translation>&amp;Ouvrir une autre lame…</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>&amp;Back to %1</source>
        <translation>&amp;Retour à %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportButtons</name>
    <message>
        <source>Open Fol&amp;der</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>Sho&amp;w Report</source>
        <translation>&amp;Voir le rapport</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>&amp;Réessayer les échecs</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What became of every slide, with thumbnails before and after</source>
        <translation>Ce qu’est devenue chaque lame, avec des vignettes avant et après</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Re&amp;prendre</translation>
    </message>
</context>
<context>
    <name>isostain::ExportController</name>
    <message>
        <source>Stop the Export and Close?</source>
        <translation>Arrêter l’export et fermer ?</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>Continuer l’export</translation>
    </message>
</context>
<context>
    <name>isostain::ExportDialog</name>
    <message>
        <source>none: choose a stain profile in the main window first</source>
        <translation>aucun : choisissez d’abord un profil de coloration dans la fenêtre principale</translation>
    </message>
    <message>
        <source>unnamed profile</source>
        <translation>profil sans nom</translation>
    </message>
    <message>
        <source>Export Normalized Slides</source>
        <translation>Exporter des lames normalisées</translation>
    </message>
    <message>
        <source>The slides are written here, with a journal by which an export is resumed. The folder is created when it is missing.</source>
        <translation>Les lames sont écrites ici, avec un journal qui permet de reprendre l’export. Le dossier est créé s’il n’existe pas.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>&amp;Noms :</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier :</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>Profil de coloration :</translation>
    </message>
    <message>
        <source>Searching for slides…</source>
        <translation>Recherche de lames…</translation>
    </message>
    <message>
        <source>No further slides were found there.</source>
        <translation>Aucune autre lame n’y a été trouvée.</translation>
    </message>
    <message>
        <source>After a crash this export could not be resumed. %1</source>
        <translation>Après un plantage, cet export ne pourrait pas être repris. %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Stop the Export?</source>
        <translation>Arrêter l’export ?</translation>
    </message>
    <message>
        <source>Stop Export</source>
        <translation>Arrêter l’export</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>Continuer l’export</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>The folder %1 could not be shown. Open it with your file manager.</source>
        <translation>Impossible d’afficher le dossier %1. Ouvrez-le avec votre gestionnaire de fichiers.</translation>
    </message>
    <message>
        <source>The report could not be shown. Open %1 with a web browser.</source>
        <translation>Impossible d’afficher le rapport. Ouvrez %1 avec un navigateur web.</translation>
    </message>
    <message>
        <source>Add slides, or folders of slides, to export.</source>
        <translation>Ajoutez des lames, ou des dossiers de lames, à exporter.</translation>
    </message>
    <message>
        <source>Choose a stain profile in the main window first.</source>
        <translation>Choisissez d’abord un profil de coloration dans la fenêtre principale.</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>Choisissez le dossier où écrire.</translation>
    </message>
    <message>
        <source>Correct the pattern of the names.</source>
        <translation>Corrigez le modèle des noms.</translation>
    </message>
    <message>
        <source>What the view shows is a part of one slide. Choose another area, or leave only that slide in the list.</source>
        <translation>Ce que montre la vue est une partie d’une seule lame. Choisissez une autre zone, ou ne laissez que cette lame dans la liste.</translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported.</source>
        <translation>
            <numerusform>%n lame exportée.</numerusform>
            <numerusform>%n lames exportées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported before.</source>
        <translation>
            <numerusform>%n lame déjà exportée.</numerusform>
            <numerusform>%n lames déjà exportées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) failed.</source>
        <translation>
            <numerusform>%n lame a échoué.</numerusform>
            <numerusform>%n lames ont échoué.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) to export.</source>
        <translation>
            <numerusform>%n lame à exporter.</numerusform>
            <numerusform>%n lames à exporter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ExportForecastLabel</name>
    <message>
        <source>Working out how much space is needed…</source>
        <translation>Calcul de l’espace nécessaire…</translation>
    </message>
    <message>
        <source>Everything in the list was exported before.</source>
        <translation>Tout ce qui est dans la liste a déjà été exporté.</translation>
    </message>
    <message>
        <source>About %1 will be written.</source>
        <translation>Environ %1 seront écrits.</translation>
    </message>
    <message>
        <source>About %1 will be written; %2 are free.</source>
        <translation>Environ %1 seront écrits ; %2 sont libres.</translation>
    </message>
    <message>
        <source>About %1 are needed, but only %2 are free. Free some space, choose another folder, or export less.</source>
        <translation>Il faut environ %1, mais seuls %2 sont libres. Libérez de l’espace, choisissez un autre dossier ou exportez moins.</translation>
    </message>
</context>
<context>
    <name>isostain::ExportNamingField</name>
    <message>
        <source>&amp;Anonymous</source>
        <translation>&amp;Anonyme</translation>
    </message>
    <message>
        <source>{name} is the name of the slide, {profile} that of the stain profile</source>
        <translation>{name} est le nom de la lame, {profile} celui du profil de coloration</translation>
    </message>
    <message>
        <source>Names files by the content of their slide, and no slide in the journal and the report beside them. Until an export has ended, its list of slides is kept in your own account, so that it can be resumed.</source>
        <translation>Nomme les fichiers d’après le contenu de leur lame, et aucune lame dans le journal et le rapport à côté. Jusqu’à la fin de l’export, la liste de ses lames est gardée dans votre propre compte pour qu’il puisse être repris.</translation>
    </message>
    <message>
        <source>Named by content, such as %1</source>
        <translation>Nommé d’après le contenu, comme %1</translation>
    </message>
    <message>
        <source>A name is made of {name}, {profile} and other text without slashes.</source>
        <translation>Un nom se compose de {name}, {profile} et d’autre texte sans barres obliques.</translation>
    </message>
</context>
<context>
    <name>isostain::ExportOptionsForm</name>
    <message>
        <source>Whole slide</source>
        <translation>Lame entière</translation>
    </message>
    <message>
        <source>Around the tissue</source>
        <translation>Autour du tissu</translation>
    </message>
    <message>
        <source>What the view shows</source>
        <translation>Ce que montre la vue</translation>
    </message>
    <message>
        <source>As in the slide</source>
        <translation>Comme la lame</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La moitié</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Un quart</translation>
    </message>
    <message>
        <source>%1 (%2x)</source>
        <translation>%1 (%2x)</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>Comme au début</translation>
    </message>
    <message>
        <source>1 to 100: higher looks better and takes more space. Scanners use 70 to 90.</source>
        <translation>1 à 100 : plus haut est plus beau et prend plus de place. Les scanners utilisent 70 à 90.</translation>
    </message>
    <message>
        <source>A coarser export takes a quarter of the space for each step</source>
        <translation>Un export plus grossier prend un quart de la place à chaque cran</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist already</source>
        <translation>Remplacer les fichiers e&amp;xistants</translation>
    </message>
    <message>
        <source>Slides that an earlier export with these options has finished are never written again</source>
        <translation>Les lames qu’un export antérieur avec ces options a terminées ne sont jamais réécrites</translation>
    </message>
    <message>
        <source>More o&amp;ptions</source>
        <translation>Plus d’o&amp;ptions</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>&amp;Qualité :</translation>
    </message>
    <message>
        <source>Ma&amp;gnification:</source>
        <translation>&amp;Grossissement :</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>Fo&amp;rmat :</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Compression :</translation>
    </message>
    <message>
        <source>Ar&amp;ea:</source>
        <translation>&amp;Zone :</translation>
    </message>
    <message>
        <source>How finely JPEG stores color. Half resolution is what most scanners use; full resolution keeps small colored details and takes more space.</source>
        <translation>Finesse avec laquelle JPEG enregistre la couleur. La demi-résolution est celle de la plupart des scanners ; la pleine résolution garde les petits détails colorés et prend plus de place.</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 pixels</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>Un par cœur du processeur (%1)</translation>
    </message>
    <message>
        <source>&amp;JPEG color:</source>
        <translation>Couleur &amp;JPEG :</translation>
    </message>
    <message>
        <source>&amp;Tile size:</source>
        <translation>&amp;Taille des tuiles :</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>Fi&amp;ls d’exécution :</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>Only of the slide that is open</source>
        <translation>Seulement de la lame ouverte</translation>
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
        <translation>Lame %1 sur %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>%1 megapixels per second</source>
        <translation>%1 mégapixels par seconde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportQueue</name>
    <message>
        <source>Slide</source>
        <translation>Lame</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 s</source>
        <translation>Terminé : %1 en %2 s</translation>
    </message>
    <message>
        <source>Exported before: %1</source>
        <translation>Déjà exporté : %1</translation>
    </message>
    <message>
        <source>%1 About %2 are needed, %3 are free.</source>
        <translation>%1 Il faut environ %2, %3 sont libres.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
</context>
<context>
    <name>isostain::ExportSlideList</name>
    <message>
        <source>&amp;Add Slides…</source>
        <translation>&amp;Ajouter des lames…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>Ajouter un d&amp;ossier…</translation>
    </message>
    <message>
        <source>Adds every slide in a folder and in the folders below it</source>
        <translation>Ajoute toutes les lames d’un dossier et de ses sous-dossiers</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Open Res&amp;ult</source>
        <translation>Ouvrir le rés&amp;ultat</translation>
    </message>
    <message>
        <source>Shows the exported slide in the viewer</source>
        <translation>Montre la lame exportée dans la visionneuse</translation>
    </message>
    <message>
        <source>Slides to export</source>
        <translation>Lames à exporter</translation>
    </message>
    <message>
        <source>Drop slides or folders of slides here</source>
        <translation>Déposez ici des lames ou des dossiers de lames</translation>
    </message>
    <message>
        <source>Add Slides</source>
        <translation>Ajouter des lames</translation>
    </message>
    <message>
        <source>Add a Folder of Slides</source>
        <translation>Ajouter un dossier de lames</translation>
    </message>
</context>
<context>
    <name>isostain::FigureBrowser</name>
    <message>
        <source>Reading the pictures…</source>
        <translation>Lecture des images…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Il n’y a encore rien à dessiner.</translation>
    </message>
</context>
<context>
    <name>isostain::FigurePanel</name>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copies the figure as a picture</source>
        <translation>Copie la figure comme image</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>Copier les &amp;valeurs</translation>
    </message>
    <message>
        <source>Copies the numbers behind the figure as CSV</source>
        <translation>Copie les nombres de la figure en CSV</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>Enregi&amp;strer sous…</translation>
    </message>
    <message>
        <source>Saves the figure as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>Enregistre la figure en PNG, SVG ou PDF, ou ses nombres en CSV</translation>
    </message>
    <message>
        <source>C&amp;hart Alone</source>
        <translation>Grap&amp;hique seul</translation>
    </message>
    <message>
        <source>Shows the chart without the pictures, to read its values</source>
        <translation>Montre le graphique sans les images, pour lire ses valeurs</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>A&amp;grandir</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Plus grand (+)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Plus petit (-)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Ajuster</translation>
    </message>
    <message>
        <source>Shows everything (0)</source>
        <translation>Montre tout (0)</translation>
    </message>
    <message>
        <source>Save the Figure</source>
        <translation>Enregistrer la figure</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>Nombres (*.csv)</translation>
    </message>
</context>
<context>
    <name>isostain::FitNotices</name>
    <message>
        <source>It was trained on generated tissue for demo slides. On this slide its colors mean nothing: choose a profile made for slides like this one, or none.</source>
        <translation>Il a été entraîné sur du tissu généré, pour lames de démonstration. Sur cette lame, ses couleurs ne signifient rien : choisissez un profil fait pour des lames comme celle-ci, ou aucun.</translation>
    </message>
    <message>
        <source>Colors outside the training: unknown</source>
        <translation>Couleurs hors de l’entraînement : inconnu</translation>
    </message>
    <message>
        <source>Less than %1 % of the tissue has colors outside the training</source>
        <translation>Moins de %1 % du tissu a des couleurs hors de l’entraînement</translation>
    </message>
    <message>
        <source>%1 % of the tissue has colors outside the training</source>
        <translation>%1 % du tissu a des couleurs hors de l’entraînement</translation>
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
        <translation>Lames du dossier</translation>
    </message>
    <message>
        <source>Choose a Folder of Slides</source>
        <translation>Choisir un dossier de lames</translation>
    </message>
</context>
<context>
    <name>isostain::FolderPanel</name>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Dossier…</translation>
    </message>
    <message>
        <source>Lists the slides of another folder</source>
        <translation>Liste les lames d’un autre dossier</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>Copie le tableau pour un tableur</translation>
    </message>
    <message>
        <source>Slides that have been read</source>
        <translation>Lames déjà lues</translation>
    </message>
    <message>
        <source>Slides of the folder</source>
        <translation>Lames du dossier</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Aucun dossier</translation>
    </message>
    <message>
        <source>Open a slide, or choose a folder of slides.</source>
        <translation>Ouvrez une lame, ou choisissez un dossier de lames.</translation>
    </message>
    <message>
        <source>Looking for slides…</source>
        <translation>Recherche de lames…</translation>
    </message>
    <message>
        <source>There are no slides in this folder.</source>
        <translation>Il n’y a pas de lames dans ce dossier.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slide(s) read</source>
        <translation>
            <numerusform>%1 lame lue sur %n</numerusform>
            <numerusform>%1 lames lues sur %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n lame</numerusform>
            <numerusform>%n lames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::FolderSlides</name>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
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
        <translation>Lame</translation>
    </message>
    <message>
        <source>Double click or Enter opens it</source>
        <translation>Un double-clic ou Entrée l’ouvre</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>Tissu</translation>
    </message>
    <message>
        <source>Share of the slide that is tissue, without glass, pen marks and folds</source>
        <translation>Part de la lame qui est du tissu, sans verre, traits de feutre ni plis</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>Hématoxyline</translation>
    </message>
    <message>
        <source>Its color and its largest amount (99th percentile) in this slide, by Macenko&apos;s method</source>
        <translation>Sa couleur et sa plus grande quantité (99e centile) dans cette lame, par la méthode de Macenko</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>Éosine</translation>
    </message>
    <message>
        <source>Mean color</source>
        <translation>Couleur moyenne</translation>
    </message>
    <message>
        <source>Mean color of the tissue, CIE Lab</source>
        <translation>Couleur moyenne du tissu, CIE Lab</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Of the mean color from the median of the folder (CIE ΔE*ab): large where a slide is stained unlike the others</source>
        <translation>De la couleur moyenne à la médiane du dossier (CIE ΔE*ab) : grande si une lame est colorée autrement que les autres</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileController</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileDock</name>
    <message>
        <source>Gray Value Profile</source>
        <translation>Profil de niveaux de gris</translation>
    </message>
</context>
<context>
    <name>isostain::InterruptedBar</name>
    <message>
        <source>Resume training…</source>
        <translation>Reprendre l’entraînement…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>“Resume Training…” in the menu Normalization does it then</source>
        <translation>« Reprendre l’entraînement… » du menu Normalisation le fera alors</translation>
    </message>
    <message>
        <source>The training “%1” was interrupted. It can be gone on with where it was.</source>
        <translation>L’entraînement « %1 » a été interrompu. Il peut continuer là où il en était.</translation>
    </message>
    <message numerus="yes">
        <source>%n trainings were interrupted. They can be gone on with where they were.</source>
        <translation>
            <numerusform>%n entraînement a été interrompu. Il peut continuer là où il en était.</numerusform>
            <numerusform>%n entraînements ont été interrompus. Ils peuvent continuer là où ils en étaient.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::LossCharts</name>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Classifieur</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
</context>
<context>
    <name>isostain::MainWindow</name>
    <message>
        <source>Slides and pictures (%1)</source>
        <translation>Lames et images (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>A&amp;rrange Panes</source>
        <translation>&amp;Disposer les volets</translation>
    </message>
    <message>
        <source>&amp;Magnification</source>
        <translation>Grossisseme&amp;nt</translation>
    </message>
    <message>
        <source>Orien&amp;tation</source>
        <translation>&amp;Orientation</translation>
    </message>
    <message>
        <source>&amp;Normalization</source>
        <translation>&amp;Normalisation</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>Ann&amp;oter</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Drawn without graphics acceleration</source>
        <translation>Dessiné sans accélération graphique</translation>
    </message>
    <message>
        <source>The demo slide is ready: “Make a Demo Slide” opens it</source>
        <translation>La lame de démonstration est prête : « Créer une lame de démonstration » l’ouvre</translation>
    </message>
    <message>
        <source>Placed as %1 says</source>
        <translation>Placée comme le dit %1</translation>
    </message>
    <message>
        <source>The alignment is saved as %1</source>
        <translation>L’alignement est enregistré sous %1</translation>
    </message>
    <message>
        <source>The annotations are saved as %1</source>
        <translation>Les annotations sont enregistrées sous %1</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations read from %1</source>
        <translation>
            <numerusform>%n annotation lue dans %1</numerusform>
            <numerusform>%n annotations lues dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is copied</source>
        <translation>La vue est copiée</translation>
    </message>
    <message>
        <source>The view is saved as %1</source>
        <translation>La vue est enregistrée sous %1</translation>
    </message>
    <message>
        <source>Open a Slide</source>
        <translation>Ouvrir une lame</translation>
    </message>
    <message>
        <source>Open a Second Scan of This Glass</source>
        <translation>Ouvrir une seconde numérisation de cette lame</translation>
    </message>
    <message>
        <source>Choose a Stain Profile</source>
        <translation>Choisir un profil de coloration</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>Profils de coloration et checkpoints (%1)</translation>
    </message>
    <message>
        <source>Preparing the stain profile… %1 %</source>
        <translation>Préparation du profil de coloration… %1 %</translation>
    </message>
    <message>
        <source>Making a demo slide… %1 %</source>
        <translation>Création d’une lame de démonstration… %1 %</translation>
    </message>
    <message>
        <source>Fitting the reference…</source>
        <translation>Ajustement de la référence…</translation>
    </message>
    <message>
        <source>Opening the second scan…</source>
        <translation>Ouverture de la seconde numérisation…</translation>
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
        <translation>Vue d’ensemble de la lame</translation>
    </message>
    <message>
        <source>Click or drag to go there</source>
        <translation>Cliquez ou glissez pour y aller</translation>
    </message>
</context>
<context>
    <name>isostain::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>isostain::OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>isostain::OrientationController</name>
    <message>
        <source>Shows the slide upright again</source>
        <translation>Montre à nouveau la lame droite</translation>
    </message>
    <message>
        <source>Turned by %1°</source>
        <translation>Tournée de %1°</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>En miroir</translation>
    </message>
    <message>
        <source>Mirrored, %1</source>
        <translation>En miroir, %1</translation>
    </message>
</context>
<context>
    <name>isostain::PagesWindow</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>isostain::PaneHeader</name>
    <message>
        <source>Close this pane</source>
        <translation>Fermer ce volet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What this pane shows: %1</source>
        <translation>Ce que montre ce volet : %1</translation>
    </message>
</context>
<context>
    <name>isostain::PaneMenu</name>
    <message>
        <source>&amp;Open a Second Scan of This Glass…</source>
        <translation>&amp;Ouvrir une seconde numérisation de cette lame…</translation>
    </message>
    <message>
        <source>&amp;Align the Second Scan…</source>
        <translation>&amp;Aligner la seconde numérisation…</translation>
    </message>
    <message>
        <source>&amp;Load an Alignment…</source>
        <translation>&amp;Charger un alignement…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Alignment…</source>
        <translation>&amp;Enregistrer l’alignement…</translation>
    </message>
    <message>
        <source>&amp;Close This Pane</source>
        <translation>&amp;Fermer ce volet</translation>
    </message>
    <message>
        <source>Align the scan first.</source>
        <translation>Alignez d’abord la numérisation.</translation>
    </message>
</context>
<context>
    <name>isostain::PaneSet</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>isostain::ParameterForm</name>
    <message>
        <source>Another number gives other random choices; the same one repeats them</source>
        <translation>Un autre nombre donne d’autres choix aléatoires ; le même les répète</translation>
    </message>
</context>
<context>
    <name>isostain::PastStudiesWindow</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 sur %2 terminées</translation>
    </message>
    <message>
        <source>Past Trainings</source>
        <translation>Entraînements passés</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Études</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Commencée</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Losses and measurements of two or more studies side by side</source>
        <translation>Pertes et mesures de deux études ou plus côte à côte</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Looking for studies…</source>
        <translation>Recherche d’études…</translation>
    </message>
    <message>
        <source>There are no studies in %1.</source>
        <translation>Il n’y a pas d’études dans %1.</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>Lecture des résultats…</translation>
    </message>
    <message>
        <source>“%1” is deleted for good, with everything that it has trained and measured. Profiles that you have kept stay.</source>
        <translation>« %1 » est supprimée définitivement, avec tout ce qu’elle a entraîné et mesuré. Les profils que vous avez gardés restent.</translation>
    </message>
    <message numerus="yes">
        <source>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</source>
        <translation>
            <numerusform>%n étude est supprimée définitivement, avec tout ce qu’elle a entraîné et mesuré. Les profils que vous avez gardés restent.</numerusform>
            <numerusform>%n études sont supprimées définitivement, avec tout ce qu’elles ont entraîné et mesuré. Les profils que vous avez gardés restent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Studies?</source>
        <translation>Supprimer des études ?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Garder</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Suppression…</translation>
    </message>
</context>
<context>
    <name>isostain::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir : %1</translation>
    </message>
</context>
<context>
    <name>isostain::PlanPage</name>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Methods to compare</source>
        <translation>&amp;Méthodes à comparer</translation>
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
        <translation>&amp;Classifieur</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>What is trained and compared, and what that takes on this computer.</source>
        <translation>Ce qui est entraîné et comparé, et ce que cela demande sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>&amp;Réinitialiser les paramètres</translation>
    </message>
    <message>
        <source>Takes the preset&apos;s values again</source>
        <translation>Reprend les valeurs du préréglage</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Préréglage :</translation>
    </message>
    <message>
        <source>Source, untouched</source>
        <translation>Source, non modifiée</translation>
    </message>
    <message>
        <source>Width of the generators:</source>
        <translation>Largeur des générateurs :</translation>
    </message>
    <message>
        <source>Channels of the first layer; the paper has 64</source>
        <translation>Canaux de la première couche ; l’article en a 64</translation>
    </message>
    <message>
        <source>Residual blocks:</source>
        <translation>Blocs résiduels :</translation>
    </message>
    <message>
        <source>Width of the discriminators:</source>
        <translation>Largeur des discriminateurs :</translation>
    </message>
    <message>
        <source>Halvings of the discriminators:</source>
        <translation>Réductions de moitié des discriminateurs :</translation>
    </message>
    <message>
        <source>3 look at patches of 70×70 pixels, as published</source>
        <translation>3 regardent des patches de 70×70 pixels, comme publié</translation>
    </message>
    <message>
        <source>Crop, pixels:</source>
        <translation>Recadrage, pixels :</translation>
    </message>
    <message>
        <source>Side of the squares cut from each image; a multiple of 4</source>
        <translation>Côté des carrés découpés dans chaque image ; un multiple de 4</translation>
    </message>
    <message>
        <source>Images per step:</source>
        <translation>Images par pas :</translation>
    </message>
    <message>
        <source>Epochs of constant rate:</source>
        <translation>Époques à taux constant :</translation>
    </message>
    <message>
        <source>Epochs of falling rate:</source>
        <translation>Époques à taux décroissant :</translation>
    </message>
    <message>
        <source>With the schedule of the published code alone</source>
        <translation>Avec le programme du code publié seulement</translation>
    </message>
    <message>
        <source>Steps per epoch:</source>
        <translation>Pas par époque :</translation>
    </message>
    <message>
        <source>0: as many as show every image once</source>
        <translation>0 : autant qu’il faut pour montrer chaque image une fois</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>Programme :</translation>
    </message>
    <message>
        <source>As in the paper: constant, then stop</source>
        <translation>Comme l’article : constant, puis arrêt</translation>
    </message>
    <message>
        <source>As in the published code: constant, then falling</source>
        <translation>Comme le code publié : constant, puis décroissant</translation>
    </message>
    <message>
        <source>Generators begin:</source>
        <translation>Départ des générateurs :</translation>
    </message>
    <message>
        <source>Random, as published</source>
        <translation>Aléatoire, comme publié</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>Copie de l’image</translation>
    </message>
    <message>
        <source>Copying needs a width of 12 or more</source>
        <translation>La copie demande une largeur de 12 ou plus</translation>
    </message>
    <message>
        <source>Warm-up steps:</source>
        <translation>Pas d’échauffement :</translation>
    </message>
    <message>
        <source>First steps with the identity loss alone</source>
        <translation>Premiers pas avec la seule perte d’identité</translation>
    </message>
    <message>
        <source>Learning rate:</source>
        <translation>Taux d’apprentissage :</translation>
    </message>
    <message>
        <source>Adam, beta 1:</source>
        <translation>Adam, bêta 1 :</translation>
    </message>
    <message>
        <source>Adam, beta 2:</source>
        <translation>Adam, bêta 2 :</translation>
    </message>
    <message>
        <source>Weight of the cycle loss:</source>
        <translation>Poids de la perte de cycle :</translation>
    </message>
    <message>
        <source>Weight of the identity loss:</source>
        <translation>Poids de la perte d’identité :</translation>
    </message>
    <message>
        <source>Past results shown again:</source>
        <translation>Résultats passés remontrés :</translation>
    </message>
    <message>
        <source>Steps per point of the curves:</source>
        <translation>Pas par point des courbes :</translation>
    </message>
    <message>
        <source>Minutes between saves, at most:</source>
        <translation>Minutes entre deux sauvegardes, au plus :</translation>
    </message>
    <message>
        <source>Device:</source>
        <translation>Appareil :</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>Carte graphique s’il y en a une</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Precision on a graphics card:</source>
        <translation>Précision sur carte graphique :</translation>
    </message>
    <message>
        <source>bfloat16 where it has it</source>
        <translation>bfloat16 si elle l’a</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>Graine aléatoire :</translation>
    </message>
    <message>
        <source>Recipe:</source>
        <translation>Recette :</translation>
    </message>
    <message>
        <source>Fast: shuffled pixels, Adam</source>
        <translation>Rapide : pixels mélangés, Adam</translation>
    </message>
    <message>
        <source>As published: crops, SGD</source>
        <translation>Comme publié : recadrages, SGD</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>Canaux :</translation>
    </message>
    <message>
        <source>Between the layers; the paper has 32</source>
        <translation>Entre les couches ; l’article en a 32</translation>
    </message>
    <message>
        <source>Weight of keeping white:</source>
        <translation>Poids de la conservation du blanc :</translation>
    </message>
    <message>
        <source>Steps (fast):</source>
        <translation>Pas (rapide) :</translation>
    </message>
    <message>
        <source>Pixels per step (fast):</source>
        <translation>Pixels par pas (rapide) :</translation>
    </message>
    <message>
        <source>Learning rate (fast):</source>
        <translation>Taux d’apprentissage (rapide) :</translation>
    </message>
    <message>
        <source>Epochs (published):</source>
        <translation>Époques (publié) :</translation>
    </message>
    <message>
        <source>Learning rate (published):</source>
        <translation>Taux d’apprentissage (publié) :</translation>
    </message>
    <message>
        <source>Images per step (published):</source>
        <translation>Images par pas (publié) :</translation>
    </message>
    <message>
        <source>Crop, pixels (published):</source>
        <translation>Recadrage, pixels (publié) :</translation>
    </message>
    <message>
        <source>Epochs between tests (published):</source>
        <translation>Époques entre deux tests (publié) :</translation>
    </message>
    <message>
        <source>Squares measured, pixels:</source>
        <translation>Carrés mesurés, pixels :</translation>
    </message>
    <message>
        <source>Test images are measured in squares of this side; 0: whole images</source>
        <translation>Les images de test sont mesurées par carrés de ce côté ; 0 : images entières</translation>
    </message>
    <message>
        <source>Epochs:</source>
        <translation>Époques :</translation>
    </message>
    <message>
        <source>Weight decay:</source>
        <translation>Décroissance des poids :</translation>
    </message>
    <message>
        <source>As in the published code: two steps</source>
        <translation>Comme le code publié : deux paliers</translation>
    </message>
    <message>
        <source>As in the paper: cosine</source>
        <translation>Comme l’article : cosinus</translation>
    </message>
    <message>
        <source>Layers trained:</source>
        <translation>Couches entraînées :</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>La dernière</translation>
    </message>
    <message>
        <source>Images resampled to, pixels:</source>
        <translation>Images rééchantillonnées à, pixels :</translation>
    </message>
    <message>
        <source>0: taken as they are; else at least 17</source>
        <translation>0 : prises telles quelles ; sinon au moins 17</translation>
    </message>
    <message>
        <source>Width of an untrained network:</source>
        <translation>Largeur d’un réseau non entraîné :</translation>
    </message>
    <message>
        <source>Repeats:</source>
        <translation>Répétitions :</translation>
    </message>
    <message>
        <source>Choose what the study does.</source>
        <translation>Choisissez ce que fait l’étude.</translation>
    </message>
    <message>
        <source>There is not enough space where the study is kept. Free some, or choose another folder on the first page.</source>
        <translation>Il n’y a pas assez de place là où l’étude est gardée. Libérez-en, ou choisissez un autre dossier sur la première page.</translation>
    </message>
    <message>
        <source>Measuring how long it takes on this computer…</source>
        <translation>Mesure du temps nécessaire sur cet ordinateur…</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <source>In all about %1 on %2, and %3 on the disk.</source>
        <translation>En tout environ %1 sur %2, et %3 sur le disque.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sont libres.</translation>
    </message>
    <message>
        <source>How long it takes is not known. %1</source>
        <translation>La durée est inconnue. %1</translation>
    </message>
</context>
<context>
    <name>isostain::PreviewPanel</name>
    <message>
        <source>Previews</source>
        <translation>Aperçus</translation>
    </message>
    <message>
        <source>Previews appear when the networks have learned a while.</source>
        <translation>Les aperçus apparaissent quand les réseaux ont appris un moment.</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileChart</name>
    <message>
        <source>Gray value</source>
        <translation>Niveau de gris</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileInspector</name>
    <message>
        <source>Looks like red %1, green %2, blue %3 on the slide</source>
        <translation>Se voit rouge %1, vert %2, bleu %3 sur la lame</translation>
    </message>
    <message>
        <source>What is in the stain profile</source>
        <translation>Ce que contient le profil de coloration</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManager</name>
    <message>
        <source>Published H&amp;E colors; needs no image of yours</source>
        <translation>Couleurs H&amp;E publiées ; ne demande aucune image de votre part</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>Import Stain Profiles</source>
        <translation>Importer des profils de coloration</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>Profils de coloration et checkpoints (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManagerDialog</name>
    <message>
        <source>Bundled</source>
        <translation>Fournis</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>Référence H&amp;E publiée</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>No profiles of yours yet: import one</source>
        <translation>Pas encore de profils à vous : importez-en un</translation>
    </message>
    <message>
        <source>Stain Profiles</source>
        <translation>Profils de coloration</translation>
    </message>
    <message>
        <source>Stain profiles</source>
        <translation>Profils de coloration</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Takes stain profiles and StainNet checkpoints into the library</source>
        <translation>Prend des profils de coloration et des checkpoints StainNet dans la bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>Changes the name of a profile of the library (F2)</source>
        <translation>Change le nom d’un profil de la bibliothèque (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Moves a profile of the library to the trash (Del)</source>
        <translation>Met un profil de la bibliothèque à la corbeille (Suppr)</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>&amp;Copier comme texte</translation>
    </message>
    <message>
        <source>Copies everything shown here, with all digits</source>
        <translation>Copie tout ce qui est montré ici, avec tous les chiffres</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>Normalizes the slide in the main window with this profile</source>
        <translation>Normalise la lame de la fenêtre principale avec ce profil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose a stain profile to see what is in it.</source>
        <translation>Choisissez un profil de coloration pour voir ce qu’il contient.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>Delete for Good?</source>
        <translation>Supprimer définitivement ?</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash. If it is deleted for good, it cannot be brought back.</source>
        <translation>%1 n’a pas pu être mis à la corbeille. S’il est supprimé définitivement, il ne pourra pas être récupéré.</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
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
        <translation>Aucun (source seule)</translation>
    </message>
    <message>
        <source>Shows the slide as it was scanned</source>
        <translation>Montre la lame telle qu’elle a été numérisée</translation>
    </message>
    <message>
        <source>&amp;Browse for a Profile…</source>
        <translation>&amp;Parcourir les fichiers…</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>Référence H&amp;E publiée</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>Fournis</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePicker</name>
    <message>
        <source>Stain profile</source>
        <translation>Profil de coloration</translation>
    </message>
    <message>
        <source>Source only</source>
        <translation>Source seule</translation>
    </message>
    <message>
        <source>Choose a stain profile to see the normalized view</source>
        <translation>Choisissez un profil de coloration pour voir la vue normalisée</translation>
    </message>
    <message>
        <source>Normalized with the stain profile %1</source>
        <translation>Normalisée avec le profil de coloration %1</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePlot</name>
    <message>
        <source>Whole line</source>
        <translation>Ligne entière</translation>
    </message>
    <message>
        <source>Show the whole line and all gray values (Home)</source>
        <translation>Montre toute la ligne et tous les niveaux de gris (Début)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save the chart as a picture, a drawing or a table</source>
        <translation>Enregistre le graphique comme image, dessin ou tableau</translation>
    </message>
    <message>
        <source>Drag a line across the tissue</source>
        <translation>Tracez une ligne à travers le tissu</translation>
    </message>
    <message>
        <source>Gray values along the line</source>
        <translation>Niveaux de gris le long de la ligne</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Gray values are averaged across the line over this many pixels</source>
        <translation>Les niveaux de gris sont moyennés en travers de la ligne sur ce nombre de pixels</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>Largeur de la ligne</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>&amp;Largeur :</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the chart or its values</source>
        <translation>Copie le graphique ou ses valeurs</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>Copier les &amp;valeurs</translation>
    </message>
    <message>
        <source>Save the Gray Value Profile</source>
        <translation>Enregistrer le profil de niveaux de gris</translation>
    </message>
    <message>
        <source>gray-value-profile</source>
        <translation>profil-de-gris</translation>
    </message>
</context>
<context>
    <name>isostain::PropertiesDialog</name>
    <message>
        <source>Property</source>
        <translation>Propriété</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Slide Properties</source>
        <translation>Propriétés de la lame</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>non précisé dans le fichier</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fichier :</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format :</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille :</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 pixels, %n level(s)</source>
        <translation>
            <numerusform>%1 × %2 pixels, %n niveau</numerusform>
            <numerusform>%1 × %2 pixels, %n niveaux</numerusform>
        </translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>Taille des pixels :</translation>
    </message>
    <message>
        <source>%1 × %2 µm</source>
        <translation>%1 × %2 µm</translation>
    </message>
    <message>
        <source>Objective:</source>
        <translation>Objectif :</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Color profile:</source>
        <translation>Profil de couleurs :</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>Chercher des noms et des valeurs</translation>
    </message>
</context>
<context>
    <name>isostain::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Lames &amp;récentes</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (introuvable)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Effacer la liste</translation>
    </message>
</context>
<context>
    <name>isostain::ReferenceMaker</name>
    <message>
        <source>&amp;Use This Region as the Reference</source>
        <translation>&amp;Utiliser cette région comme référence</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 vers %2</translation>
    </message>
    <message>
        <source>Use This Region as the Reference</source>
        <translation>Utiliser cette région comme référence</translation>
    </message>
    <message>
        <source>Name of the stain profile that brings slides to the colors of this region:</source>
        <translation>Nom du profil de coloration qui amène les lames aux couleurs de cette région :</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Il existe déjà un profil de ce nom. Choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>isostain::RemarkList</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>The data looks all right.</source>
        <translation>Les données semblent correctes.</translation>
    </message>
</context>
<context>
    <name>isostain::ResultTable</name>
    <message>
        <source>Show the &amp;paper&apos;s values</source>
        <translation>Montrer les valeurs de l’a&amp;rticle</translation>
    </message>
    <message>
        <source>Kang et al. 2021, Tables 1 to 4: other images, so other numbers</source>
        <translation>Kang et al. 2021, tableaux 1 à 4 : d’autres images, donc d’autres nombres</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>Copie le tableau pour un tableur</translation>
    </message>
    <message>
        <source>* the best of its column</source>
        <translation>* le meilleur de sa colonne</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
</context>
<context>
    <name>isostain::ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Name of the stain profile</source>
        <translation>Nom du profil de coloration</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Profil :</translation>
    </message>
    <message>
        <source>&amp;Keep as stain profile</source>
        <translation>&amp;Garder comme profil de coloration</translation>
    </message>
    <message>
        <source>&amp;Show on current slide</source>
        <translation>&amp;Montrer sur la lame actuelle</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Enregistrer le &amp;rapport…</translation>
    </message>
    <message>
        <source>As a web page and as PDF</source>
        <translation>En page web et en PDF</translation>
    </message>
    <message>
        <source>What the study found. Keep the trained network as a stain profile to use it on slides.</source>
        <translation>Ce que l’étude a trouvé. Gardez le réseau entraîné comme profil de coloration pour l’utiliser sur des lames.</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>Lecture des résultats…</translation>
    </message>
</context>
<context>
    <name>isostain::ResumeBar</name>
    <message>
        <source>Resume…</source>
        <translation>Reprendre…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Forgets the export. Slides that are finished stay where they are.</source>
        <translation>Oublie l’export. Les lames terminées restent où elles sont.</translation>
    </message>
    <message numerus="yes">
        <source>An export was interrupted: %1 of %n slide(s) are left.</source>
        <translation>
            <numerusform>Un export a été interrompu : il reste %1 lame sur %n.</numerusform>
            <numerusform>Un export a été interrompu : il reste %1 lames sur %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>An export was interrupted and cannot be resumed. %1</source>
        <translation>Un export a été interrompu et ne peut pas être repris. %1</translation>
    </message>
</context>
<context>
    <name>isostain::RunPage</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>The study began.</source>
        <translation>L’étude a commencé.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Saves what is learned. The study can be gone on with later.</source>
        <translation>Enregistre ce qui est appris. L’étude peut être reprise plus tard.</translation>
    </message>
    <message>
        <source>Continue in bac&amp;kground</source>
        <translation>Continuer en arrière-p&amp;lan</translation>
    </message>
    <message>
        <source>Closes this window; the main window shows how far the training is.</source>
        <translation>Ferme cette fenêtre ; la fenêtre principale montre où en est l’entraînement.</translation>
    </message>
    <message>
        <source>&amp;Resume training</source>
        <translation>&amp;Reprendre l’entraînement</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>The study runs step by step. It can be paused, or stopped and gone on with later, also after a crash.</source>
        <translation>L’étude avance pas à pas. Elle peut être mise en pause, ou arrêtée et reprise plus tard, même après un plantage.</translation>
    </message>
    <message>
        <source>The study is running.</source>
        <translation>L’étude est en cours.</translation>
    </message>
    <message>
        <source>The study has not finished.</source>
        <translation>L’étude n’est pas terminée.</translation>
    </message>
    <message>
        <source>The study is finished.</source>
        <translation>L’étude est terminée.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>Stopping: what is learned is being saved…</source>
        <translation>Arrêt : ce qui est appris est en cours d’enregistrement…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pause.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>En cours.</translation>
    </message>
    <message>
        <source>Stopped. Everything is saved: “Resume training” goes on where it was.</source>
        <translation>Arrêté. Tout est enregistré : « Reprendre l’entraînement » continue là où il en était.</translation>
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
        <translation>%1 pixels</translation>
    </message>
    <message>
        <source>Scale bar: %1</source>
        <translation>Barre d’échelle : %1</translation>
    </message>
</context>
<context>
    <name>isostain::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Parts of slides kept in memory, so that they show at once when you come back to them</source>
        <translation>Parties de lames gardées en mémoire, pour s’afficher aussitôt quand vous y revenez</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>Un par cœur du processeur (%1)</translation>
    </message>
    <message>
        <source>&amp;Remember the slides and profiles opened lately</source>
        <translation>&amp;Mémoriser les lames et profils ouverts récemment</translation>
    </message>
    <message>
        <source>&amp;Open the last slide at the next start, where it was left</source>
        <translation>&amp;Rouvrir la dernière lame au prochain démarrage, là où elle était</translation>
    </message>
    <message>
        <source>The number of threads takes effect when Isostain is started again.</source>
        <translation>Le nombre de fils d’exécution prend effet au prochain démarrage d’Isostain.</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue :</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Apparence :</translation>
    </message>
    <message>
        <source>&amp;Memory for slides:</source>
        <translation>Mémoire pour les la&amp;mes :</translation>
    </message>
    <message>
        <source>&amp;Threads that read slides:</source>
        <translation>&amp;Fils qui lisent les lames :</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>An export or a training is running: choose another language when it has ended</source>
        <translation>Un export ou un entraînement est en cours : choisissez une autre langue quand il sera terminé</translation>
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
        <translation>Montrer la source tant que la touche est tenue</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>Déplacer la lame</translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation>Glisser, touches fléchées</translation>
    </message>
    <message>
        <source>Turn the slide</source>
        <translation>Tourner la lame</translation>
    </message>
    <message>
        <source>Shift and drag, two fingers</source>
        <translation>Maj et glisser, deux doigts</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Agrandir au curseur</translation>
    </message>
    <message>
        <source>Mouse wheel, pinch, double click</source>
        <translation>Molette, pincement, double-clic</translation>
    </message>
    <message>
        <source>Make a pane the main one</source>
        <translation>Faire d’un volet le volet principal</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Choose what a pane shows</source>
        <translation>Choisir ce que montre un volet</translation>
    </message>
    <message>
        <source>Click its name</source>
        <translation>Cliquer sur son nom</translation>
    </message>
    <message>
        <source>Move the curtain</source>
        <translation>Déplacer le rideau</translation>
    </message>
    <message>
        <source>Drag its line, Shift+Left, Shift+Right</source>
        <translation>Glisser sa ligne, Shift+Left, Shift+Right</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Attribuer</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>A&amp;ucune touche</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>Tout réinitia&amp;liser</translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>Clavier et souris</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Chercher des commandes et des touches</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>New &amp;keys:</source>
        <translation>&amp;Nouvelles touches :</translation>
    </message>
    <message>
        <source>Gestures of the mouse cannot be changed.</source>
        <translation>Les gestes de la souris ne peuvent pas être changés.</translation>
    </message>
    <message>
        <source>Press the new keys in the field first.</source>
        <translation>Appuyez d’abord sur les nouvelles touches dans le champ.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose other keys, or free them there first.</source>
        <translation>%1 appartient à « %2 ». Choisissez d’autres touches, ou libérez-les d’abord là-bas.</translation>
    </message>
</context>
<context>
    <name>isostain::SidePanel</name>
    <message>
        <source>Pictures: %1</source>
        <translation>Images : %1</translation>
    </message>
</context>
<context>
    <name>isostain::StatusLine</name>
    <message>
        <source>How much of this slide&apos;s tissue has colors that the stain profile has never seen</source>
        <translation>Part du tissu de cette lame dont les couleurs n’ont jamais été vues par le profil de coloration</translation>
    </message>
    <message>
        <source>Level of the slide&apos;s pyramid that is drawn, and its size against the full resolution</source>
        <translation>Niveau de la pyramide de la lame qui est dessiné, et sa taille par rapport à la pleine résolution</translation>
    </message>
    <message>
        <source>Magnification on the screen</source>
        <translation>Grossissement à l’écran</translation>
    </message>
    <message>
        <source>Size of the tissue under one pixel of the screen</source>
        <translation>Taille du tissu sous un pixel de l’écran</translation>
    </message>
</context>
<context>
    <name>isostain::StepChoice</name>
    <message>
        <source>Needs test pairs: choose them on the first page.</source>
        <translation>Demande des paires de test : choisissez-les sur la première page.</translation>
    </message>
    <message>
        <source>Needs whole slides: choose them on the first page, under More.</source>
        <translation>Demande des lames entières : choisissez-les sur la première page, sous Plus.</translation>
    </message>
    <message>
        <source>Needs labelled images: choose them on the first page, under More.</source>
        <translation>Demande des images étiquetées : choisissez-les sur la première page, sous Plus.</translation>
    </message>
</context>
<context>
    <name>isostain::StepProgressList</name>
    <message>
        <source>Done in %1</source>
        <translation>Terminé en %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Début…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, reste %2</translation>
    </message>
</context>
<context>
    <name>isostain::Thumbnails</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::TrainingController</name>
    <message>
        <source>Shows the training</source>
        <translation>Montre l’entraînement</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Il existe déjà un profil de ce nom. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Keeping the profile…</source>
        <translation>Enregistrement du profil…</translation>
    </message>
    <message>
        <source>Kept as “%1”: it is among the profiles of the main window now.</source>
        <translation>Gardé sous « %1 » : il est maintenant parmi les profils de la fenêtre principale.</translation>
    </message>
    <message>
        <source>Open a slide in the main window first.</source>
        <translation>Ouvrez d’abord une lame dans la fenêtre principale.</translation>
    </message>
    <message>
        <source>There is no room for another pane. Close one in the main window first.</source>
        <translation>Il n’y a pas de place pour un autre volet. Fermez-en d’abord un dans la fenêtre principale.</translation>
    </message>
    <message>
        <source>The main window shows it in a new pane.</source>
        <translation>La fenêtre principale le montre dans un nouveau volet.</translation>
    </message>
    <message>
        <source>Folder for the Report</source>
        <translation>Dossier du rapport</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Écriture du rapport…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Le rapport est dans %1.</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>Entraînement : en pause</translation>
    </message>
    <message>
        <source>Training: %1, %2 %</source>
        <translation>Entraînement : %1, %2 %</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Entraînement…</translation>
    </message>
    <message>
        <source>Stop the Training and Close?</source>
        <translation>Arrêter l’entraînement et fermer ?</translation>
    </message>
    <message>
        <source>A training is running. If it is stopped, what it has learned is saved, and it can be gone on with later.</source>
        <translation>Un entraînement est en cours. S’il est arrêté, ce qu’il a appris est enregistré et il pourra être repris plus tard.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Arrêter et fermer</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>&amp;Continuer l’entraînement</translation>
    </message>
</context>
<context>
    <name>isostain::TrainingWizard</name>
    <message>
        <source>Train a Normalizer</source>
        <translation>Entraîner un normaliseur</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Précédent</translation>
    </message>
    <message>
        <source>Ne&amp;xt &gt;</source>
        <translation>&amp;Suivant &gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>These are the values of the study that is running.</source>
        <translation>Ce sont les valeurs de l’étude en cours.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Démarrer l’entraînement</translation>
    </message>
    <message>
        <source>Res&amp;ults &gt;</source>
        <translation>Rés&amp;ultats &gt;</translation>
    </message>
    <message>
        <source>Close While the Study Runs?</source>
        <translation>Fermer pendant que l’étude tourne ?</translation>
    </message>
    <message>
        <source>A study is running. It can run on in the background, or be stopped: what is learned is saved, and it can be gone on with later.</source>
        <translation>Une étude est en cours. Elle peut continuer en arrière-plan ou être arrêtée : ce qui est appris est enregistré et elle pourra être reprise plus tard.</translation>
    </message>
    <message>
        <source>Continue in &amp;background</source>
        <translation>Continuer en &amp;arrière-plan</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Arrêter et fermer</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Laisser ouvert</translation>
    </message>
</context>
<context>
    <name>isostain::ViewArea</name>
    <message>
        <source>Slide</source>
        <translation>Lame</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>Ouverture de %1…</translation>
    </message>
</context>
<context>
    <name>isostain::ViewSaver</name>
    <message>
        <source>Save View</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>As on the &amp;screen, %1</source>
        <translation>Comme à l’é&amp;cran, %1</translation>
    </message>
    <message>
        <source>At &amp;full resolution: too large, zoom in first</source>
        <translation>En &amp;pleine résolution : trop grand, agrandissez d’abord</translation>
    </message>
    <message>
        <source>At &amp;full resolution, %1</source>
        <translation>En &amp;pleine résolution, %1</translation>
    </message>
    <message>
        <source>&amp;Names of the panes</source>
        <translation>&amp;Noms des volets</translation>
    </message>
    <message>
        <source>On the screen they are part of the view</source>
        <translation>À l’écran, ils font partie de la vue</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Barre d’échelle</translation>
    </message>
    <message>
        <source>The picture has the slide&apos;s own colors: what is set for the screen alone is left out.</source>
        <translation>L’image a les couleurs propres de la lame : ce qui est réglé pour l’écran seul est omis.</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>Drawing the view at full resolution…</source>
        <translation>Dessin de la vue en pleine résolution…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Slide &amp;Properties…</source>
        <translation>&amp;Propriétés de la lame…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>&amp;Nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Opens one more window, for another slide</source>
        <translation>Ouvre une fenêtre de plus, pour une autre lame</translation>
    </message>
    <message>
        <source>&amp;Close Slide</source>
        <translation>&amp;Fermer la lame</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Paramè&amp;tres…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Cop&amp;y View</source>
        <translation>&amp;Copier la vue</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Save View…</source>
        <translation>Enregi&amp;strer la vue…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Curtain</source>
        <translation>R&amp;ideau</translation>
    </message>
    <message>
        <source>Si&amp;ngle View</source>
        <translation>Vue uni&amp;que</translation>
    </message>
    <message>
        <source>&amp;Add Pane</source>
        <translation>Ajouter &amp;un volet</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Shows one more stain profile beside the others</source>
        <translation>Montre un profil de coloration de plus à côté des autres</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>&amp;Volet suivant</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Makes the next pane the main one, which a single view shows</source>
        <translation>Fait du volet suivant le volet principal, celui qu’une vue unique montre</translation>
    </message>
    <message>
        <source>C&amp;lose Pane</source>
        <translation>&amp;Fermer le volet</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Gra&amp;y Value Profile</source>
        <translation>Profil de niveau&amp;x de gris</translation>
    </message>
    <message>
        <source>Plots the gray values along a line that you draw across the tissue</source>
        <translation>Trace les niveaux de gris le long d’une ligne que vous tirez à travers le tissu</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>Vue d’ensem&amp;ble</translation>
    </message>
    <message>
        <source>Shows the whole slide in a corner, with the part that is on the screen</source>
        <translation>Montre la lame entière dans un coin, avec la partie visible à l’écran</translation>
    </message>
    <message>
        <source>Scale &amp;Bar</source>
        <translation>Barre d’éc&amp;helle</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>A&amp;grandir</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Fit Slide to Window</source>
        <translation>&amp;Ajuster la lame à la fenêtre</translation>
    </message>
    <message>
        <source>Actual Pixels (&amp;1:1)</source>
        <translation>&amp;Pixels réels (1:1)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>Rotation à &amp;gauche</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>Rotation à &amp;droite</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Turn Left by 5°</source>
        <translation>&amp;Tourner de 5° à gauche</translation>
    </message>
    <message>
        <source>T&amp;urn Right by 5°</source>
        <translation>T&amp;ourner de 5° à droite</translation>
    </message>
    <message>
        <source>Mirror &amp;Horizontally</source>
        <translation>Miroir &amp;horizontal</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Mirror &amp;Vertically</source>
        <translation>Miroir &amp;vertical</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>U&amp;pright</source>
        <translation>D&amp;roite</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>Ni tournée ni en miroir</translation>
    </message>
    <message>
        <source>Slid&amp;es in the Folder</source>
        <translation>La&amp;mes du dossier</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Lists the slides beside this one, with how each is stained</source>
        <translation>Liste les lames voisines de celle-ci, avec la coloration de chacune</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark</source>
        <translation>&amp;Ajouter un signet</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;List of Bookmarks</source>
        <translation>&amp;Liste des signets</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Bri&amp;ghtness and Color…</source>
        <translation>&amp;Luminosité et couleur…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Move the Slide</source>
        <translation>Déplacer &amp;la lame</translation>
    </message>
    <message>
        <source>&amp;Select Annotations</source>
        <translation>&amp;Sélectionner des annotations</translation>
    </message>
    <message>
        <source>Draw &amp;Points</source>
        <translation>&amp;Placer des points</translation>
    </message>
    <message>
        <source>Draw and M&amp;easure Lines</source>
        <translation>Tracer et &amp;mesurer des lignes</translation>
    </message>
    <message>
        <source>Draw &amp;Rectangles</source>
        <translation>Tracer &amp;des rectangles</translation>
    </message>
    <message>
        <source>Draw Pol&amp;ygons</source>
        <translation>Tracer des pol&amp;ygones</translation>
    </message>
    <message>
        <source>Draw &amp;Freehand</source>
        <translation>Dessiner à main le&amp;vée</translation>
    </message>
    <message>
        <source>&amp;List of Annotations</source>
        <translation>Liste des &amp;annotations</translation>
    </message>
    <message>
        <source>Sho&amp;w Annotations</source>
        <translation>Mon&amp;trer les annotations</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>L&amp;oad Annotations…</source>
        <translation>C&amp;harger des annotations…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Annotations…</source>
        <translation>&amp;Enregistrer les annotations…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>Présen&amp;tation</translation>
    </message>
    <message>
        <source>Full screen with the slide alone, without file names, labels and tools</source>
        <translation>Plein écran avec la lame seule, sans noms de fichiers, étiquettes ni outils</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>&amp;Normalize</source>
        <translation>&amp;Normaliser</translation>
    </message>
    <message>
        <source>Turns the normalization on and off</source>
        <translation>Active et désactive la normalisation</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>&amp;Gérer les profils…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Train Normalizer…</source>
        <translation>&amp;Entraîner un normaliseur…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>P&amp;ast Trainings…</source>
        <translation>Entr&amp;aînements passés…</translation>
    </message>
    <message>
        <source>&amp;Resume Training…</source>
        <translation>&amp;Reprendre l’entraînement…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>Créer une lame &amp;de démonstration</translation>
    </message>
    <message>
        <source>Isostain &amp;Help</source>
        <translation>&amp;Aide d’Isostain</translation>
    </message>
    <message>
        <source>Ctrl+?</source>
        <translation>Ctrl+?</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse…</source>
        <translation>&amp;Clavier et souris…</translation>
    </message>
    <message>
        <source>&amp;About Isostain</source>
        <translation>À &amp;propos d’Isostain</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerPane</name>
    <message>
        <source>No second scan is open in this pane.</source>
        <translation>Aucune seconde numérisation n’est ouverte dans ce volet.</translation>
    </message>
    <message>
        <source>Choose a stain profile first.</source>
        <translation>Choisissez d’abord un profil de coloration.</translation>
    </message>
    <message>
        <source>This method is fitted to each slide: there are no training colors to compare with.</source>
        <translation>Cette méthode est ajustée à chaque lame : il n’y a pas de couleurs d’entraînement auxquelles comparer.</translation>
    </message>
    <message>
        <source>Not for networks that look at neighboring pixels.</source>
        <translation>Pas pour les réseaux qui regardent les pixels voisins.</translation>
    </message>
    <message>
        <source>The share of colors outside the training is unknown: the profile does not say which colors it was trained on.</source>
        <translation>La part de couleurs hors de l’entraînement est inconnue : le profil ne dit pas sur quelles couleurs il a été entraîné.</translation>
    </message>
    <message>
        <source>being fitted, source shown</source>
        <translation>ajustement, source montrée</translation>
    </message>
    <message>
        <source>not fitted, source shown</source>
        <translation>non ajusté, source montrée</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>aperçu</translation>
    </message>
    <message>
        <source>check colors</source>
        <translation>vérifiez les couleurs</translation>
    </message>
    <message>
        <source>Preparing the stain profile…</source>
        <translation>Préparation du profil de coloration…</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Aucun profil</translation>
    </message>
    <message>
        <source>Trust map</source>
        <translation>Carte de confiance</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a stain and the method that separates it</comment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>%1 by published stains</source>
        <translation>%1 par colorants publiés</translation>
    </message>
    <message>
        <source>being prepared, source shown</source>
        <translation>en préparation, source montrée</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (désactivé)</translation>
    </message>
</context>
<context>
    <name>isostain::ZoomBox</name>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Grossissement</translation>
    </message>
    <message>
        <source>Magnification on the screen: choose one, or write 12x, 50 % or Fit</source>
        <translation>Grossissement à l’écran : choisissez-en un, ou écrivez 12x, 50 % ou Ajuster</translation>
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
        <translation>Écrivez un grossissement tel que 12x, ou 50 %, ou Ajuster.</translation>
    </message>
    <message>
        <source>The slide does not state its objective. Write 50 % or Fit.</source>
        <translation>La lame n’indique pas son objectif. Écrivez 50 % ou Ajuster.</translation>
    </message>
</context>
<context>
    <name>ProfileTitle</name>
    <message>
        <source>%1, published H&amp;E reference</source>
        <translation>%1, référence H&amp;E publiée</translation>
    </message>
</context>
</TS>
