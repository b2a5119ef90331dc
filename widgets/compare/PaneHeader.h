#pragma once

#include <QStringList>
#include <QWidget>

class QMenu;

namespace isostain {

class PaneHeaderButton;

enum class PaneClosing { Allowed, Never };

/// What stands at the top of a pane: the name of what it shows, which opens the menu to pick another, remarks, and a button
/// to close it. A dark pill like the painted labels, readable on any tissue; the name is elided, and remarks give way
/// first. Reached with Tab. GUI thread only.
class PaneHeader : public QWidget {
    Q_OBJECT

public:
    explicit PaneHeader(QWidget* parent = nullptr);

    void setName(const QString& name);
    QString name() const;
    /// Owned by the caller; null: the name only.
    void setMenu(QMenu* menu);
    /// E.g. "preview", "source standing in"; none for nothing.
    void setBadges(const QStringList& badges);
    QStringList badges() const { return m_badges; }
    void setClosing(PaneClosing closing);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void closeRequested();
    /// It would like another size than before: other parts, or another font.
    void partsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString badgeText() const;
    int badgeWidth() const;
    void arrange();
    void tellAssistants();

    PaneHeaderButton* m_name;
    PaneHeaderButton* m_close;
    QStringList m_badges;
    int m_shownBadgeWidth = 0;
};

}
