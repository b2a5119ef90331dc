#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <thread>

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include "handover/Inbox.h"

using namespace isostain;

/// The way from other threads to the owner's.
class TestInbox : public QObject {
    Q_OBJECT

private slots:
    void takesAllOfOneTurnAtOnce()
    {
        std::vector<std::size_t> deliveries;
        Inbox<int> inbox([&](const std::vector<int>& items) { deliveries.push_back(items.size()); });
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < 4; ++worker)
            workers.emplace_back([&inbox] {
                for (int i = 0; i < 250; ++i)
                    inbox.post(i);
            });
        workers.clear();
        QVERIFY(deliveries.empty());
        QTRY_VERIFY(!deliveries.empty());
        QCOMPARE(deliveries, std::vector<std::size_t>{1000});
        inbox.post(0);
        QTRY_COMPARE(deliveries.size(), std::size_t(2));
    }

    void keepsTheOrderOfEachThread()
    {
        constexpr int kThreads = 4;
        constexpr int kItems = 2000;
        struct Item {
            int thread;
            std::unique_ptr<int> number; ///< written by the producer, read here
        };
        std::array<int, kThreads> next = {};
        bool isInOrder = true;
        QThread* takenIn = nullptr;
        Inbox<Item> inbox([&](const std::vector<Item>& items) {
            takenIn = QThread::currentThread();
            for (const Item& item : items)
                isInOrder = isInOrder && *item.number == next[std::size_t(item.thread)]++;
        });
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < kThreads; ++worker)
            workers.emplace_back([&inbox, worker] {
                for (int i = 0; i < kItems; ++i)
                    inbox.post({worker, std::make_unique<int>(i)});
            });
        QTRY_COMPARE(next, (std::array<int, kThreads>{kItems, kItems, kItems, kItems}));
        QVERIFY(isInOrder);
        QCOMPARE(takenIn, QThread::currentThread());
    }

    void whatIsPostedWhileTakingComesLater()
    {
        int left = 3;
        std::vector<std::size_t> sizes;
        std::optional<Inbox<int>> inbox;
        inbox.emplace([&](const std::vector<int>& items) {
            sizes.push_back(items.size());
            if (--left > 0)
                inbox->post(left);
        });
        inbox->post(0);
        QTRY_COMPARE(sizes, (std::vector<std::size_t>{1, 1, 1}));
    }

    void dropsWhatWasNotTaken()
    {
        int taken = 0;
        const auto item = std::make_shared<int>(1);
        {
            Inbox<std::shared_ptr<int>> inbox([&](const auto&) { ++taken; });
            std::jthread([&] { inbox.post(item); });
        }
        QCoreApplication::processEvents();
        QCOMPARE(taken, 0);
        QCOMPARE(item.use_count(), 1L);
    }

    void canBeTakenInAnotherThread()
    {
        QThread thread;
        std::atomic<QThread*> takenIn = nullptr;
        Inbox<int> inbox([&](const std::vector<int>&) { takenIn = QThread::currentThread(); });
        inbox.moveToThread(&thread);
        thread.start();
        inbox.post(1);
        QTRY_COMPARE(takenIn.load(), &thread);
        thread.quit();
        QVERIFY(thread.wait());
    }
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
