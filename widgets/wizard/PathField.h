#pragma once

#include <filesystem>

#include <QWidget>

class QLineEdit;
class QMimeData;
class QPushButton;

namespace isostain {

/// A path to type, to drop or to choose. GUI thread only; whether it exists is not looked at.
class PathField : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Folder,
        Slide, ///< a file that openSlide() opens
        File,
    };

    /// `name` is what the field is for: of the dialog, and for screen readers.
    PathField(Kind kind, const QString& name, QWidget* parent = nullptr);

    void setKind(Kind kind);
    std::filesystem::path path() const;
    void setPath(const std::filesystem::path& path);
    void setPlaceholder(const QString& text);
    /// For labels to belong to.
    QLineEdit* edit() const { return m_edit; }

signals:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void browse();

    Kind m_kind;
    QString m_name;
    QLineEdit* m_edit;
    QPushButton* m_browse;
};

/// The first local file of a drag; empty where there is none.
QString firstLocalFile(const QMimeData& data);

}
