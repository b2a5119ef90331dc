#pragma once

#include <QStringList>
#include <QWidget>

#include "export/ExportJob.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace isostain {

/// How outputs are named, with the names that come of it. GUI thread only.
class ExportNamingField : public QWidget {
    Q_OBJECT

public:
    ExportNamingField(const QString& pattern, NamesInExport names, QWidget* parent = nullptr);

    std::string pattern() const;
    NamesInExport names() const;
    /// Whether exportItems() can make names of the pattern.
    bool isUsable() const;
    /// What the names are made of, besides the pattern.
    void setSource(const QStringList& slides, const std::string& profile, const std::string& extension);

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPreview();
    QString previewText() const;

    QLineEdit* m_pattern;
    QCheckBox* m_anonymous;
    QLabel* m_preview;
    QStringList m_slides;
    ExportNaming m_naming;
};

}
