#include "PropertiesLoader.h"

#include "handover/Background.h"
#include "panels/ColorProfileText.h"
#include "panels/PropertiesDialog.h"

namespace isostain {

namespace {

QImage toQImage(const RgbImage& image)
{
    const QImage view(image.pixels.data, image.width(), image.height(), static_cast<qsizetype>(image.pixels.step[0]),
                      QImage::Format_RGB888);
    return view.copy();
}

}

PropertiesDialog* openPropertiesDialog(SlidePtr slide, Background& background, QWidget* parent)
{
    auto* dialog = new PropertiesDialog(slide, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &PropertiesDialog::imageRequested, dialog, [dialog, slide, &background](const QString& name) {
        background.run(
            dialog, [slide, name] { return slide->readAssociatedImage(name.toStdString()).map(toQImage); },
            [dialog, name](const Result<QImage>& image) {
                if (image)
                    dialog->setImage(name, *image);
                else
                    dialog->setImageError(name, image.error());
            });
    });
    background.run(
        dialog, [slide] { return colorProfileText(slide->info()); },
        [dialog](const QString& text) { dialog->setColorProfile(text); });
    dialog->requestImages();
    dialog->show();
    return dialog;
}

}
