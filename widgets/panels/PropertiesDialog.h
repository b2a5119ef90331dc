#pragma once

#include <map>

#include <QDialog>
#include <QImage>

#include "slide/Slide.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace isostain {

class AssociatedImageView;

/// What a slide says of itself: a summary, all properties with a search field, and its associated images. It reads no file:
/// it asks for images and is given them. Images that can show a patient's name stay hidden until they are asked for.
class PropertiesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PropertiesDialog(SlidePtr slide, QWidget* parent = nullptr);

    /// The answer to imageRequested().
    void setImage(const QString& name, const QImage& image);
    void setImageError(const QString& name, const Error& error);
    /// The slide's color profile in words; until then the dialog says nothing of it.
    void setColorProfile(const QString& text);
    /// Asks for the images that may be shown at once.
    void requestImages();

signals:
    void imageRequested(const QString& name);

private:
    QWidget* makeSummary();
    QWidget* makeTable();
    QWidget* makeImages();
    void copySelection() const;

    SlidePtr m_slide;
    QLabel* m_colorProfile = nullptr;
    QLineEdit* m_search = nullptr;
    QTableView* m_table = nullptr;
    std::map<QString, AssociatedImageView*> m_images;
};

}
