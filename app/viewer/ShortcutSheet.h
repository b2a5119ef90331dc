#pragma once

#include <QDialog>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace isostain {

class Shortcuts;

/// All commands with their keys, and the gestures of the view: to be searched, and to be given other keys. GUI thread only.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    /// `shortcuts` outlives the sheet.
    explicit ShortcutSheet(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    void fill();
    void filter();
    void showRow();
    void assign();
    QAction* current() const;

    Shortcuts& m_shortcuts;
    QLineEdit* m_search;
    QTableWidget* m_table;
    QKeySequenceEdit* m_keys;
    QPushButton* m_assign;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QLabel* m_news;
};

}
