#pragma once

#include <vector>

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace isostain {

/// One text of several.
struct Page {
    enum class Form { Markdown, Plain };

    QString title;
    QString text;
    Form form = Form::Markdown;
};

/// Texts to read, with a list of them beside. Deletes itself when it is closed. GUI thread only.
class PagesWindow : public QDialog {
    Q_OBJECT

public:
    PagesWindow(const QString& title, std::vector<Page> pages, QWidget* parent = nullptr);

private:
    void showPage(int row);

    std::vector<Page> m_pages;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

}
